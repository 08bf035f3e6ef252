package dev.kickoff.model.demand;

import java.util.Optional;

/**
 * What was measured of a service beside its demand, in the steps of the demand.
 *
 * @param errorRate failed requests over all requests, 0..1; empty where it is not measured
 * @param latencyMs time to answer, milliseconds; empty where it is not measured
 */
public record DemandSignals(Optional<DemandSeries> errorRate, Optional<DemandSeries> latencyMs) {
  private static final DemandSignals NONE = new DemandSignals(Optional.empty(), Optional.empty());

  public static DemandSignals none() {
    return NONE;
  }
}
