package dev.kickoff.model.forecast.method;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.shape.Shape;
import dev.kickoff.model.forecast.track.LogTrack;
import java.time.Instant;

/**
 * How the events of now keep to their times, as demand shows it; at most one of the two is off.
 *
 * @param start of events near their start
 * @param overtime of events near their planned end
 */
record Timing(StartShift start, Overtime overtime) {
  static Timing seen(LogTrack track, Shape shape, EventCalendar calendar) {
    StartShift start = StartShift.seen(track, shape, calendar);
    return new Timing(
        start, start.minutes() == 0 ? Overtime.seen(track, shape, calendar) : Overtime.NONE);
  }

  /** The calendar with the times that demand shows. */
  EventCalendar applied(EventCalendar calendar, Instant now) {
    return overtime.applied(start.applied(calendar, now), now);
  }

  /** By how many minutes an event began later than announced. */
  int startMinutes(Event event, Instant now) {
    return StartShift.concerns(event, now) ? start.minutes() : 0;
  }

  /** By how many minutes an event lasts longer than planned. */
  int overtimeMinutes(Event event, EventCalendar calendar, Instant now) {
    return overtime.minutes() != 0 && Overtime.concerns(event, calendar, now)
        ? overtime.minutes()
        : 0;
  }
}
