package dev.kickoff.model.simulation.group;

import java.time.Instant;

/**
 * One minute as a target tracking policy saw it.
 *
 * @param until end of the minute, exclusive
 * @param requestsPerMinute demand, finite and not negative
 * @param inService hosts that shared it, not negative
 */
public record ObservedMinute(Instant until, double requestsPerMinute, int inService) {
  public ObservedMinute {
    if (!(requestsPerMinute >= 0) || Double.isInfinite(requestsPerMinute) || inService < 0) {
      throw new IllegalArgumentException(
          "minute until " + until + ": demand " + requestsPerMinute + ", hosts " + inService);
    }
  }

  /** Demand over what the hosts carry; infinite for demand that no host serves. */
  double utilization(double requestsPerMinuteAndHost) {
    return requestsPerMinute == 0 ? 0 : requestsPerMinute / (requestsPerMinuteAndHost * inService);
  }
}
