package dev.kickoff.model.lab.sim;

import dev.kickoff.model.lab.HostCurve;
import java.time.Duration;

/**
 * A group of hosts as it is tried in the lab.
 *
 * @param host what one host does under load
 * @param initial hosts in service at the beginning, within min and max, at least one
 * @param min the fewest hosts
 * @param max the most hosts
 * @param warmIn over which the load balancer raises a new host's share evenly; zero: at once
 * @param guarded hosts protected from scale-in, not negative
 * @param serviceMillis what a request takes on an idle host, at the 95th percentile, above 0
 */
public record LabGroup(
    HostCurve host,
    int initial,
    int min,
    int max,
    Duration warmIn,
    int guarded,
    double serviceMillis) {
  /** The most hosts that a group may have. */
  public static final int MOST = 10_000;

  public LabGroup {
    boolean valid =
        min >= 1
            && initial >= min
            && max >= initial
            && max <= MOST
            && !warmIn.isNegative()
            && guarded >= 0
            && serviceMillis > 0;
    if (!valid) {
      throw new IllegalArgumentException(
          "a group of %d hosts within %d..%d, %d guarded, %s to warm in, %s ms a request"
              .formatted(initial, min, max, guarded, warmIn, serviceMillis));
    }
  }

  /** A group without warming in and without guarded hosts. */
  public static LabGroup of(HostCurve host, int initial, int min, int max) {
    return new LabGroup(host, initial, min, max, Duration.ZERO, 0, 10);
  }
}
