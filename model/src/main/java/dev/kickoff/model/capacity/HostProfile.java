package dev.kickoff.model.capacity;

import dev.kickoff.model.capacity.split.Spill;
import java.util.Optional;

/**
 * What one host carries, and of which part of a service's demand.
 *
 * @param requestsPerMinute what one host carries at the latency knee; finite and greater than zero
 * @param shareOfDemand the part of the service's demand that these hosts carry, above 0, at most 1;
 *     the rest is for other groups
 * @param spill how the groups that carry the service together take over what one of them cannot
 *     have; empty where these hosts carry their own share only
 */
public record HostProfile(double requestsPerMinute, double shareOfDemand, Optional<Spill> spill) {
  private static final double ROUNDING = 1e-9;

  public HostProfile {
    if (!(requestsPerMinute > 0) || Double.isInfinite(requestsPerMinute)) {
      throw new IllegalArgumentException(
          "requests per minute and host must be greater than zero, was " + requestsPerMinute);
    }
    if (!(shareOfDemand > 0 && shareOfDemand <= 1)) {
      throw new IllegalArgumentException(
          "a share of demand must be above 0 and at most 1, was " + shareOfDemand);
    }
  }

  /** Hosts that carry all of a service's demand. */
  public HostProfile(double requestsPerMinute) {
    this(requestsPerMinute, 1, Optional.empty());
  }

  /** The same hosts carrying a part of the service's demand: above 0, at most 1. */
  public HostProfile carrying(double share) {
    return new HostProfile(requestsPerMinute, share, spill);
  }

  /** The same hosts taking over what others cannot have. */
  public HostProfile spilling(Spill together) {
    return new HostProfile(requestsPerMinute, shareOfDemand, Optional.of(together));
  }

  /** How much of the service's demand, in requests per minute, there may be for each host. */
  public double demandPerHost() {
    return requestsPerMinute / shareOfDemand;
  }

  /**
   * The hosts that carry their part of a service's {@code demand}, in requests per minute, at the
   * knee; at least one.
   */
  public int hostsFor(double demand) {
    if (spill.isPresent()) {
      return Math.max(1, spill.get().hostsFor(demand));
    }
    double hosts = Math.ceil(demand / demandPerHost() - ROUNDING);
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, hosts));
  }
}
