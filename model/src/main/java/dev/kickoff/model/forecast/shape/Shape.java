package dev.kickoff.model.forecast.shape;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.Similarity.Likeness;
import dev.kickoff.model.forecast.track.Span;
import java.util.List;

/** What demand usually is at an instant, learnt from history and knowing the calendar. */
public interface Shape {
  /**
   * The usual demand, in log units, at the middle of each step of {@code span}.
   *
   * @param calendar the events that are known of
   */
  double[] logs(Span span, EventCalendar calendar);

  /** The part of the logs that is due to planned events; 0 where none acts. */
  default double[] lifts(Span span, EventCalendar calendar) {
    return new double[span.size()];
  }

  /** The past events that a coming one resembles, the closest first; empty where none count. */
  default List<Likeness> like(Event coming, EventCalendar calendar) {
    return List.of();
  }
}
