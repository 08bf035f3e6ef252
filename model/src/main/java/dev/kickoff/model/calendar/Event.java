package dev.kickoff.model.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One version of a planned event: what the calendar said from {@code knownAt} on.
 *
 * @param uid identity, stable over changes (UID of RFC 5545, with RECURRENCE-ID where there is one)
 * @param category class of comparable events, such as {@code football_match} or {@code holiday}
 * @param start kick-off
 * @param end planned end, exclusive, after {@code start}
 * @param attributes what else is known of it (stage, teams, expected audience), sorted by key
 * @param version when this version became known, and its order among the changes
 */
public record Event(
    String uid,
    String title,
    String category,
    Instant start,
    Instant end,
    Map<String, String> attributes,
    EventVersion version) {

  private static final long ALL_DAY_MILLIS = Duration.ofHours(20).toMillis();

  /** The longest event a calendar may hold. */
  public static final Duration MAX_DURATION = Duration.ofDays(31);

  public Event {
    if (uid.isBlank()) {
      throw new IllegalArgumentException("event '" + title + "' has no UID");
    }
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException(
          "event '" + title + "' ends at " + end + ", not after its start " + start);
    }
    if (Duration.between(start, end).compareTo(MAX_DURATION) > 0) {
      throw new IllegalArgumentException(
          "event '" + title + "' lasts longer than " + MAX_DURATION.toDays() + " days");
    }
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** When this version became known; empty when it always was. */
  public Optional<Instant> knownAt() {
    return version.knownAt();
  }

  /** Whether this version was known at {@code instant}. */
  public boolean isKnownAt(Instant instant) {
    return version.knownAt().map(known -> !known.isAfter(instant)).orElse(true);
  }

  /** Whether this version calls the event off. */
  public boolean isCancelled() {
    return version.status() == EventStatus.CANCELLED;
  }

  /** Planned length. */
  public Duration duration() {
    return Duration.between(start, end);
  }

  /** This event, so much later; earlier where {@code by} is negative. */
  public Event movedBy(Duration by) {
    return new Event(uid, title, category, start.plus(by), end.plus(by), attributes, version);
  }

  /** What it says, as another version of it. */
  public Event as(EventVersion other) {
    return new Event(uid, title, category, start, end, attributes, other);
  }

  /** The same change with its number among all changes of the calendar. */
  public Event numbered(long revision) {
    return as(version.withRevision(revision));
  }

  /** Whether it spans whole days (20 hours or more), as holidays do. */
  public boolean isAllDay() {
    return end.toEpochMilli() - start.toEpochMilli() >= ALL_DAY_MILLIS;
  }
}
