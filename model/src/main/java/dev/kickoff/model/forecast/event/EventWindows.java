package dev.kickoff.model.forecast.event;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.track.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * When demand stands under the influence of a planned event.
 *
 * <p>For an event of whole days that is the event itself; for a shorter one from an hour before
 * kick-off to an hour after its planned end, and at least to three hours after kick-off. A release
 * acts until its planned end, and at least for twelve hours; its end is no ramp.
 */
public final class EventWindows {
  private static final long HOUR_MILLIS = 3_600_000L;
  private static final long LEAD_MILLIS = HOUR_MILLIS;
  private static final long LEAST_MILLIS = 3 * HOUR_MILLIS;
  private static final long RELEASE_MILLIS = 12 * HOUR_MILLIS;
  private static final Duration ACTS_AFTER = Duration.ofHours(6);
  private static final long RAMP_BEFORE_MILLIS = HOUR_MILLIS / 4;
  private static final long RAMP_AFTER_MILLIS = HOUR_MILLIS / 2;

  private EventWindows() {}

  /** Phases of the steps of a span, while they are marked. */
  private record Marks(Phase[] phases, Span span) {
    void set(long fromMillis, long untilMillis, Phase phase) {
      int from = (int) Math.max(0, index(span, fromMillis));
      int end = (int) Math.min(span.size(), index(span, untilMillis));
      for (int i = from; i < end; i++) {
        phases[i] = phase;
      }
    }
  }

  /** The phase of each step of {@code span}, by its middle. */
  public static Phase[] phases(Span span, EventCalendar calendar) {
    Phase[] phases = new Phase[span.size()];
    Arrays.fill(phases, Phase.QUIET);
    Marks marks = new Marks(phases, span);
    for (Event event : calendar.events()) {
      if (event.isAllDay()) {
        marks.set(fromMillis(event), untilMillis(event), Phase.HOLIDAY);
      } else {
        marks.set(fromMillis(event), untilMillis(event), Phase.EVENT);
      }
    }
    for (Event event : calendar.events()) {
      if (!event.isAllDay()) {
        long start = event.start().toEpochMilli();
        long end = event.end().toEpochMilli();
        marks.set(start - RAMP_BEFORE_MILLIS, start + RAMP_AFTER_MILLIS, Phase.RAMP);
        if (!Releases.include(event)) {
          marks.set(end - RAMP_BEFORE_MILLIS, end + RAMP_AFTER_MILLIS, Phase.RAMP);
        }
      }
    }
    return phases;
  }

  /** Until when an event may still show in demand, some of it after its window. */
  public static Instant actsUntil(Event event) {
    Instant end = event.end();
    if (!Releases.include(event)) {
      return end.plus(ACTS_AFTER);
    }
    Instant faded = event.start().plusMillis(ReleaseKind.UNTIL_MILLIS);
    return end.isAfter(faded) ? end : faded;
  }

  /** The steps of {@code span} whose middle lies in the window of an event. */
  public static BitSet within(Span span, EventCalendar calendar) {
    Phase[] phases = phases(span, calendar);
    BitSet steps = new BitSet(span.size());
    for (int i = 0; i < phases.length; i++) {
      steps.set(i, phases[i] != Phase.QUIET);
    }
    return steps;
  }

  /**
   * How many events of the same category had begun before {@code cutMillis}, for the event whose
   * window covers {@code atMillis}; the fewest where several do, {@code Integer.MAX_VALUE} where
   * none does.
   */
  public static int precedents(long atMillis, long cutMillis, List<Event> events) {
    int fewest = Integer.MAX_VALUE;
    for (Event event : events) {
      if (fromMillis(event) <= atMillis && atMillis < untilMillis(event)) {
        int count = 0;
        for (Event other : events) {
          boolean alike = other.category().equals(event.category());
          if (alike && other.start().toEpochMilli() < cutMillis) {
            count++;
          }
        }
        fewest = Math.min(fewest, count);
      }
    }
    return fewest;
  }

  private static long index(Span span, long millis) {
    return -Math.floorDiv(span.middleAt(0) - millis, span.stepMillis());
  }

  private static long fromMillis(Event event) {
    return event.start().toEpochMilli() - (event.isAllDay() ? 0 : LEAD_MILLIS);
  }

  private static long untilMillis(Event event) {
    long start = event.start().toEpochMilli();
    long end = event.end().toEpochMilli();
    if (event.isAllDay()) {
      return end;
    }
    return Releases.include(event)
        ? Math.max(end, start + RELEASE_MILLIS)
        : Math.max(end + LEAD_MILLIS, start + LEAST_MILLIS);
  }
}
