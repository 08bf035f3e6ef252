package dev.kickoff.model.forecast.event;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.smile.Penalties;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.Span;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of planned events: what each category does by phase.
 *
 * <p>Of the events at one instant a term takes {@code a1 + 0.4 a2}, where {@code a1} and {@code a2}
 * are the largest values that they give it. So in log units a second match at the same hour adds
 * two fifths of what the first does, and a third match adds nothing.
 */
public final class EventTerms {
  private static final double SECOND = 0.4;

  private final List<EventKind> kinds;
  private final int size;
  private final long stepMillis;

  private EventTerms(List<EventKind> kinds, long stepMillis) {
    this.kinds = kinds;
    this.stepMillis = stepMillis;
    this.size = kinds.stream().mapToInt(EventKind::size).sum();
  }

  /** Terms for the kinds of events that had begun by {@code untilMillis}. */
  public static EventTerms of(EventCalendar calendar, Span span, LocalClock clock) {
    List<Event> begun =
        calendar.events().stream()
            .filter(e -> e.start().toEpochMilli() < span.untilMillis())
            .filter(e -> e.end().toEpochMilli() > span.startMillis())
            .toList();
    return new EventTerms(EventKind.among(begun, span.stepMillis(), clock), span.stepMillis());
  }

  public int size() {
    return size;
  }

  /** The events that may act within {@code span}. */
  public NearEvents near(Span span, EventCalendar calendar) {
    return NearEvents.of(calendar, span, stepMillis);
  }

  /**
   * Writes the terms at an instant.
   *
   * @param terms as long as there are terms; overwritten
   * @return whether any is not zero
   */
  public boolean fill(long millis, NearEvents near, double[] terms) {
    boolean any = false;
    near.moveTo(millis);
    double @Nullable [] seconds = null;
    for (int e = near.first(); e < near.end(); e++) {
      if (near.mayAct(e)) {
        if (seconds == null) {
          Arrays.fill(terms, 0);
          seconds = new double[terms.length];
        }
        any |= fillFor(near.event(e), millis, terms, seconds);
      }
    }
    if (seconds != null) {
      for (int i = 0; i < terms.length; i++) {
        terms[i] += SECOND * seconds[i];
      }
    }
    return any;
  }

  private boolean fillFor(Event event, long millis, double[] terms, double[] seconds) {
    boolean any = false;
    int at = 0;
    for (EventKind kind : kinds) {
      if (kind.covers(event)) {
        any |= kind.fill(event, millis, new EventKind.Slice(terms, seconds, at));
      }
      at += kind.size();
    }
    return any;
  }

  /** Charges for the terms, of which the first is coefficient {@code first}. */
  public void charge(Penalties penalties, int first, double scale) {
    int at = first;
    for (EventKind kind : kinds) {
      kind.charge(penalties, at, scale);
      at += kind.size();
    }
  }
}
