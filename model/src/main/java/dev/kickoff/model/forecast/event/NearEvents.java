package dev.kickoff.model.forecast.event;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.Span;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The events that may act within a span, each with the time in which it can.
 *
 * <p>Read instant by instant: {@link #moveTo} one, then ask events {@link #first} to {@link #end}.
 */
public final class NearEvents {
  private final List<Event> events;
  private final long[] fromMillis;
  private final long[] untilMillis;
  private int first;
  private int end;
  private long at = Long.MIN_VALUE;

  private NearEvents(List<Event> events, long stepMillis) {
    this.events = events;
    this.fromMillis = new long[events.size()];
    this.untilMillis = new long[events.size()];
    for (int i = 0; i < fromMillis.length; i++) {
      fromMillis[i] = fromMillis(events.get(i), stepMillis);
      untilMillis[i] = untilMillis(events.get(i), stepMillis);
    }
  }

  private static long fromMillis(Event event, long stepMillis) {
    long before = KickoffKind.reachBeforeMillis(stepMillis);
    if (event.isAllDay()) {
      before = LocalClock.DAY_MILLIS;
    } else if (Releases.include(event)) {
      before = ReleaseKind.reachBeforeMillis(stepMillis);
    }
    return event.start().toEpochMilli() - before;
  }

  private static long untilMillis(Event event, long stepMillis) {
    if (event.isAllDay()) {
      return event.end().toEpochMilli() + LocalClock.DAY_MILLIS;
    }
    return event.start().toEpochMilli()
        + (Releases.include(event)
            ? ReleaseKind.reachAfterMillis(stepMillis)
            : KickoffKind.reachAfterMillis(stepMillis));
  }

  /**
   * The events of a calendar near {@code span}.
   *
   * @param stepMillis the steps that were learnt from; phases are no finer
   */
  static NearEvents of(EventCalendar calendar, Span span, long stepMillis) {
    return new NearEvents(
        calendar.events().stream()
            .filter(e -> fromMillis(e, stepMillis) < span.untilMillis())
            .filter(e -> untilMillis(e, stepMillis) > span.startMillis())
            .sorted(Comparator.comparingLong(e -> fromMillis(e, stepMillis)))
            .toList(),
        stepMillis);
  }

  public int size() {
    return fromMillis.length;
  }

  public Event event(int i) {
    return events.get(i);
  }

  /** Goes to an instant; going forward is fast. */
  public void moveTo(long millis) {
    if (millis < at) {
      first = 0;
      end = 0;
    }
    at = millis;
    while (end < fromMillis.length && fromMillis[end] <= millis) {
      end++;
    }
    while (first < end && untilMillis[first] <= millis) {
      first++;
    }
  }

  /** The first event that may act now, if any does. */
  public int first() {
    return first;
  }

  /** The end, exclusive, of those that may act now. */
  public int end() {
    return end;
  }

  /** Whether event {@code i} may act now. */
  public boolean mayAct(int i) {
    return fromMillis[i] <= at && at < untilMillis[i];
  }

  /** The steps of {@code span} in whose middle at least one event may act. */
  public BitSet acting(Span span) {
    BitSet steps = new BitSet(span.size());
    for (int e = 0; e < fromMillis.length; e++) {
      int from = (int) Math.max(0, firstFrom(span, fromMillis[e]));
      int until = (int) Math.min(span.size(), firstFrom(span, untilMillis[e]));
      if (from < until) {
        steps.set(from, until);
      }
    }
    return steps;
  }

  /** The first step whose middle lies at or after an instant. */
  private static long firstFrom(Span span, long millis) {
    return -Math.floorDiv(span.middleAt(0) - millis, span.stepMillis());
  }
}
