package dev.kickoff.model.calendar;

import java.time.Instant;
import java.util.Optional;

/**
 * Which statement about an event this is.
 *
 * @param knownAt when it became known; empty when it was known throughout
 * @param sequence SEQUENCE of RFC 5545, 0 for the first version of an event
 * @param revision place among all changes of the calendar, rising; 0 before it was published
 * @param status whether the event is still going to happen
 */
public record EventVersion(
    Optional<Instant> knownAt, int sequence, long revision, EventStatus status) {

  /** A first, confirmed, always known version. */
  public static final EventVersion FIRST =
      new EventVersion(Optional.empty(), 0, 0, EventStatus.CONFIRMED);

  public EventVersion {
    if (sequence < 0 || revision < 0) {
      throw new IllegalArgumentException("sequence and revision must not be negative");
    }
  }

  /** The same version at another place among the changes of the calendar. */
  public EventVersion withRevision(long newRevision) {
    return new EventVersion(knownAt, sequence, newRevision, status);
  }
}
