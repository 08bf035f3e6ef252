package dev.kickoff.model.forecast.shape;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.track.Span;

/** What demand usually is at an instant, learnt from history and knowing the calendar. */
public interface Shape {
  /**
   * The usual demand, in log units, at the middle of each step of {@code span}.
   *
   * @param calendar the events that are known of
   */
  double[] logs(Span span, EventCalendar calendar);
}
