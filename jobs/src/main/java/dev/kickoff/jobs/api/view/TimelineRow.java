package dev.kickoff.jobs.api.view;

import java.time.Instant;
import java.util.Optional;

/**
 * One minute of a service and of the group that carries it; what is not known is empty.
 *
 * @param demandRpm measured demand in requests per minute
 * @param requiredHosts hosts that this demand needs at the knee
 * @param hosts the group, as last seen in this minute or at most two minutes earlier
 * @param decidedFloor the floor last decided, under the same rule; what Kickoff would set where it
 *     only forecasts
 * @param forecast what was forecast for the minute at least one lead time ahead
 */
public record TimelineRow(
    String service,
    Instant minute,
    Optional<Double> demandRpm,
    Optional<Integer> requiredHosts,
    Optional<Hosts> hosts,
    Optional<Integer> decidedFloor,
    Optional<Band> forecast) {

  /** Sizes of a group, in hosts. */
  public record Hosts(int floor, int desired, int inService) {}

  /** Median and 95 % quantile, in requests per minute. */
  public record Band(double p50, double p95) {}
}
