package dev.kickoff.model.simulation.group;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What befalls a simulated group from outside: how long hosts boot, where none are to be had.
 *
 * <p>Every answer depends on the question alone, so that a simulation can be repeated.
 */
public interface Circumstances {
  /** All hosts boot alike, and every zone always has one more. */
  Circumstances IDEAL = new Circumstances() {};

  /** How long a host takes from asked-for to in service, not negative. */
  default Duration boot(GroupShape shape, long host) {
    return shape.boot();
  }

  /** Why no host can be launched in a zone at an instant, in AWS's words; empty where it can. */
  default Optional<String> refusal(GroupShape shape, String zone, Instant at) {
    return Optional.empty();
  }

  /** Whether a zone is lost at an instant, and all hosts in it. */
  default boolean isLost(String zone, Instant at) {
    return false;
  }

  /** How long after it falls due a scheduled action is carried out, not negative. */
  default Duration lateness(GroupShape shape, String scheduledAction) {
    return Duration.ZERO;
  }
}
