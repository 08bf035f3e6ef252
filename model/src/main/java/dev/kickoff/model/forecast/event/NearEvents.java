package dev.kickoff.model.forecast.event;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.Span;
import java.util.List;

/** The events that may act within a span, each with the time in which it can. */
public final class NearEvents {
  private final List<Event> events;
  private final long[] fromMillis;
  private final long[] untilMillis;

  private NearEvents(List<Event> events, long beforeMillis, long afterMillis) {
    this.events = events;
    this.fromMillis = new long[events.size()];
    this.untilMillis = new long[events.size()];
    for (int i = 0; i < fromMillis.length; i++) {
      Event event = events.get(i);
      long start = event.start().toEpochMilli();
      long end = event.end().toEpochMilli();
      boolean allDay = event.isAllDay();
      fromMillis[i] = start - (allDay ? LocalClock.DAY_MILLIS : beforeMillis);
      untilMillis[i] = allDay ? end + LocalClock.DAY_MILLIS : start + afterMillis;
    }
  }

  /**
   * The events of a calendar near {@code span}.
   *
   * @param stepMillis the steps that were learnt from; phases are no finer
   */
  static NearEvents of(EventCalendar calendar, Span span, long stepMillis) {
    long before = KickoffKind.reachBeforeMillis(stepMillis);
    long after = KickoffKind.reachAfterMillis(stepMillis);
    long margin = Math.max(LocalClock.DAY_MILLIS, after);
    long from = span.startMillis() - margin;
    long until = span.untilMillis() + margin;
    return new NearEvents(
        calendar.events().stream()
            .filter(e -> e.start().toEpochMilli() < until && e.end().toEpochMilli() > from)
            .toList(),
        before,
        after);
  }

  public int size() {
    return fromMillis.length;
  }

  public Event event(int i) {
    return events.get(i);
  }

  /** Whether event {@code i} may act at an instant. */
  boolean mayAct(int i, long millis) {
    return fromMillis[i] <= millis && millis < untilMillis[i];
  }
}
