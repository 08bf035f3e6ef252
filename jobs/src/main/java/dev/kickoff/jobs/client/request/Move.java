package dev.kickoff.jobs.client.request;

import java.time.Instant;
import java.util.Optional;

/**
 * How an event moves: by minutes or to a new start, or only its end, or both.
 *
 * @param byMinutes -1440 to 1440; empty where it does not move or a start is given
 * @param start the new start; empty where it does not move or minutes are given
 * @param extendMinutes so much longer, -600 to 600; empty for as long as it was
 * @param reason why, 10 to 500 characters
 */
public record Move(
    Optional<Integer> byMinutes,
    Optional<Instant> start,
    Optional<Integer> extendMinutes,
    String reason) {
  public Move {
    if (byMinutes.isPresent() && start.isPresent()) {
      throw new IllegalArgumentException("an event moves by minutes or to a start, not both");
    }
  }

  /** Later by so many minutes, or earlier. */
  public static Move by(int minutes, String reason) {
    return new Move(Optional.of(minutes), Optional.empty(), Optional.empty(), reason);
  }

  /** To a new start, as long as it was. */
  public static Move to(Instant start, String reason) {
    return new Move(Optional.empty(), Optional.of(start), Optional.empty(), reason);
  }

  /** Longer by so many minutes, or shorter. */
  public static Move extending(int minutes, String reason) {
    return new Move(Optional.empty(), Optional.empty(), Optional.of(minutes), reason);
  }

  /** As the contract has it. */
  public Body body() {
    return new Body()
        .with("byMinutes", byMinutes)
        .with("start", start)
        .with("extendMinutes", extendMinutes)
        .with("reason", reason);
  }
}
