package dev.kickoff.model.forecast.accuracy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How often demand stayed at or below each quantile, and how wide the forecast was, in one range of
 * horizons: whether it was honest, and whether it was sharp.
 *
 * @param from the nearest horizon
 * @param until the farthest, exclusive
 * @param coverage the observed share for each level of {@link
 *     dev.kickoff.model.forecast.Quantiles#levels()}; empty where no step was scored
 * @param width {@code sum(p95 - p50) / sum(|actual|)}; empty where there was no demand
 */
public record Reliability(
    String method,
    Duration from,
    Duration until,
    int steps,
    List<Interval> coverage,
    Optional<Double> width) {
  public Reliability {
    coverage = List.copyOf(coverage);
  }
}
