package dev.kickoff.model.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a person changes about one event: from the version that stands to the next.
 *
 * <p>The next version has the next sequence, is known from the edit on, and has no revision yet:
 * that is given where it is published. Its identity never changes.
 *
 * @param standing the version that is edited
 * @param at when it is edited, in engine time
 */
public record EventEdit(Event standing, Instant at) {

  /**
   * What an event is to say from now on.
   *
   * @param attributes all that it is to have
   */
  public record Text(
      String title, String category, Instant start, Instant end, Map<String, String> attributes) {}

  /** The event so much later, earlier where {@code by} is negative; its length stays. */
  public Event movedBy(Duration by) {
    return movedAndExtended(by, Duration.ZERO);
  }

  /** The event from another start on; its length stays. */
  public Event movedTo(Instant start) {
    return movedBy(Duration.between(standing.start(), start));
  }

  /**
   * The event with its end so much later, earlier where {@code by} is negative.
   *
   * @throws IllegalArgumentException when it would not end after its start
   */
  public Event extendedBy(Duration by) {
    return movedAndExtended(Duration.ZERO, by);
  }

  /** The event moved, and its end moved by so much more. */
  public Event movedAndExtended(Duration by, Duration longer) {
    return next(
        standing.start().plus(by), standing.end().plus(by).plus(longer), EventStatus.CONFIRMED);
  }

  /** The event called off. */
  public Event cancelled() {
    return next(standing.start(), standing.end(), EventStatus.CANCELLED);
  }

  /** The event as it is to be from now on; one that was called off is on again. */
  public Event replacedBy(Text text) {
    return new Event(
        standing.uid(),
        text.title(),
        text.category(),
        text.start(),
        text.end(),
        text.attributes(),
        version(EventStatus.CONFIRMED));
  }

  private Event next(Instant start, Instant end, EventStatus status) {
    return new Event(
        standing.uid(),
        standing.title(),
        standing.category(),
        start,
        end,
        standing.attributes(),
        version(status));
  }

  private EventVersion version(EventStatus status) {
    return new EventVersion(Optional.of(at), standing.version().sequence() + 1, 0, status);
  }
}
