package dev.kickoff.model.demand;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was measured of a service beside its demand, each in even steps.
 *
 * @param errorRate failed requests over all requests, 0..1; empty where it is not measured
 * @param latencyMs time to answer, milliseconds; empty where it is not measured
 * @param cpu share of the hosts' processors in use, 0..1; empty where it is not measured
 */
public record DemandSignals(
    Optional<DemandSeries> errorRate,
    Optional<DemandSeries> latencyMs,
    Optional<DemandSeries> cpu) {
  private static final DemandSignals NONE = new DemandSignals(Optional.empty(), Optional.empty());

  /** Signals without the processors. */
  public DemandSignals(Optional<DemandSeries> errorRate, Optional<DemandSeries> latencyMs) {
    this(errorRate, latencyMs, Optional.empty());
  }

  public static DemandSignals none() {
    return NONE;
  }

  /** Those that are measured. */
  public Stream<DemandSeries> measured() {
    return Stream.of(errorRate, latencyMs, cpu).flatMap(Optional::stream);
  }

  /** The same in steps of a minute: finer ones averaged, coarser ones held for each minute. */
  public DemandSignals byMinute() {
    return new DemandSignals(
        errorRate.map(DemandSignals::minutes),
        latencyMs.map(DemandSignals::minutes),
        cpu.map(DemandSignals::minutes));
  }

  private static DemandSeries minutes(DemandSeries series) {
    return MinuteSeries.of(series, DemandUnit.RPM);
  }
}
