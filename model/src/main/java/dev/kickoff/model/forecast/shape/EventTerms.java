package dev.kickoff.model.forecast.shape;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.smile.Penalties;
import java.util.Arrays;
import java.util.List;

/**
 * The terms of planned events: what each category does by phase.
 *
 * <p>Of the events at one instant each term takes the largest value, not the sum: a second match at
 * the same hour does not double the first.
 */
final class EventTerms {
  private static final long DAY_MILLIS = LocalClock.DAY_MILLIS;

  private final List<EventKind> kinds;
  private final int size;

  private EventTerms(List<EventKind> kinds) {
    this.kinds = kinds;
    this.size = kinds.stream().mapToInt(EventKind::size).sum();
  }

  /** Terms for the kinds of events that had begun by {@code untilMillis}. */
  static EventTerms of(EventCalendar calendar, Span span, LocalClock clock) {
    List<Event> begun =
        calendar.events().stream()
            .filter(e -> e.start().toEpochMilli() < span.untilMillis())
            .filter(e -> e.end().toEpochMilli() > span.startMillis())
            .toList();
    return new EventTerms(EventKind.among(begun, span.stepMillis(), clock));
  }

  int size() {
    return size;
  }

  /** The events that may act within {@code span}, sorted by start. */
  static List<Event> near(Span span, EventCalendar calendar) {
    long from = span.startMillis() - DAY_MILLIS;
    long until = span.untilMillis() + DAY_MILLIS;
    return calendar.events().stream()
        .filter(e -> e.start().toEpochMilli() < until && e.end().toEpochMilli() > from)
        .toList();
  }

  /**
   * Writes the terms at an instant.
   *
   * @param terms as long as there are terms; overwritten
   * @return whether any is not zero
   */
  boolean fill(long millis, List<Event> events, double[] terms) {
    boolean any = false;
    for (Event event : events) {
      if (event.start().toEpochMilli() - DAY_MILLIS > millis) {
        break;
      }
      if (event.end().toEpochMilli() + DAY_MILLIS > millis) {
        if (!any) {
          Arrays.fill(terms, 0);
        }
        any |= fillFor(event, millis, terms);
      }
    }
    return any;
  }

  private boolean fillFor(Event event, long millis, double[] terms) {
    boolean any = false;
    int at = 0;
    for (EventKind kind : kinds) {
      if (kind.covers(event)) {
        any |= kind.fill(event, millis, new EventKind.Slice(terms, at));
      }
      at += kind.size();
    }
    return any;
  }

  /** Charges for the terms, of which the first is coefficient {@code first}. */
  void charge(Penalties penalties, int first, double scale) {
    int at = first;
    for (EventKind kind : kinds) {
      kind.charge(penalties, at, scale);
      at += kind.size();
    }
  }
}
