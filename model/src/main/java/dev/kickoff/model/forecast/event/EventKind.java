package dev.kickoff.model.forecast.event;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.forecast.smile.Penalties;
import dev.kickoff.model.forecast.track.LocalClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Events that act alike, and the terms by which they act. */
interface EventKind {
  /** How many terms it has. */
  int size();

  /** Whether an event is of this kind. */
  boolean covers(Event event);

  /** Raises the terms at an instant by what this event gives; whether it gives anything. */
  boolean fill(Event event, long millis, Slice terms);

  /** Charges for its terms, of which the first is coefficient {@code first}. */
  void charge(Penalties penalties, int first, double scale);

  /**
   * Where a kind's terms stand in the row of all terms.
   *
   * @param seconds the second largest value of each term
   */
  record Slice(double[] row, double[] seconds, int first) {
    void raise(int term, double value) {
      int i = first + term;
      if (value > row[i]) {
        seconds[i] = row[i];
        row[i] = value;
      } else {
        seconds[i] = Math.max(seconds[i], value);
      }
    }

    void set(int term, double value) {
      row[first + term] = value;
    }
  }

  /** How many categories, by how often they came, have terms of their own. */
  int MOST_CATEGORIES = 4;

  /** The kinds among these past events, in a fixed order. */
  static List<EventKind> among(List<Event> past, long stepMillis, LocalClock clock) {
    List<EventKind> kinds = new ArrayList<>();
    for (String category : frequent(past, e -> !e.isAllDay(), Event::category)) {
      kinds.add(
          Releases.names(category)
              ? new ReleaseKind(category, stepMillis)
              : new KickoffKind(category, stepMillis));
    }
    for (String category : frequent(past, Event::isAllDay, Event::category)) {
      kinds.add(new WholeDayKind(e -> e.category().equals(category), clock));
    }
    return kinds;
  }

  private static List<String> frequent(
      List<Event> past, Predicate<Event> which, Function<Event, String> by) {
    Map<String, Long> counts =
        past.stream()
            .filter(which)
            .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST_CATEGORIES)
        .map(Map.Entry::getKey)
        .toList();
  }
}
