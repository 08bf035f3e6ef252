package dev.kickoff.connectors.awssim.fault;

import java.time.Duration;

/**
 * How badly requests are answered; shares within 0..1, of all requests.
 *
 * @param throttled turned away with {@code Throttling}; nothing is done
 * @param failed answered with a 500 before anything is done
 * @param lost carried out, and answered with a 500 nevertheless
 * @param latency added to each answer in the mean, in wall time, exponentially distributed and at
 *     most ten times this
 */
public record RequestFaults(double throttled, double failed, double lost, Duration latency) {
  /** Every request is answered, at once. */
  public static final RequestFaults NONE = new RequestFaults(0, 0, 0, Duration.ZERO);

  public RequestFaults {
    requireShare("throttled", throttled);
    requireShare("failed", failed);
    requireShare("lost", lost);
    if (latency.isNegative()) {
      throw new IllegalArgumentException("latency " + latency + " must not be negative");
    }
  }

  private static void requireShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " " + share + " must be within 0..1");
    }
  }
}
