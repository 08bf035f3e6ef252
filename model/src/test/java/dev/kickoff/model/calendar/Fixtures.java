package dev.kickoff.model.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Events of a made-up season. */
final class Fixtures {
  static final Instant NOON = Instant.parse("2026-06-20T12:00:00Z");

  private Fixtures() {}

  static Event match(String uid, String title, Instant start, Map<String, String> attributes) {
    return new Event(
        uid,
        title,
        "football_match",
        start,
        start.plus(Duration.ofMinutes(115)),
        attributes,
        EventVersion.FIRST);
  }

  static Event match(String uid, String title) {
    return match(uid, title, NOON, Map.of());
  }

  static Event holiday(String uid, String title, Map<String, String> attributes) {
    Instant midnight = Instant.parse("2026-06-20T00:00:00Z");
    return new Event(
        uid,
        title,
        "holiday",
        midnight,
        midnight.plus(Duration.ofDays(1)),
        attributes,
        EventVersion.FIRST);
  }

  static Event moved(Event e, Duration by, int sequence, Instant knownAt) {
    return e.movedBy(by)
        .as(new EventVersion(Optional.of(knownAt), sequence, 0, EventStatus.CONFIRMED));
  }

  static Event cancelled(Event e) {
    return e.as(new EventVersion(Optional.empty(), 1, 0, EventStatus.CANCELLED));
  }
}
