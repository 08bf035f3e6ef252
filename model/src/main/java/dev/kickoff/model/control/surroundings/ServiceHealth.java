package dev.kickoff.model.control.surroundings;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandSignals;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well a service answers, beside how much it is asked: the second signal.
 *
 * @param until end of the newest minute that was measured; where several signals are, of the one
 *     that is furthest behind
 * @param errorShare failed requests over all requests, 0..1; empty where it is not measured
 * @param latencyRatio latency over its median of the last day, so that an incident of hours does
 *     not become the usual; 1 is as usual; empty where it is not measured
 * @param cpu mean CPU of the hosts, 0..1; empty where it is not measured
 */
public record ServiceHealth(
    Instant until, OptionalDouble errorShare, OptionalDouble latencyRatio, OptionalDouble cpu) {
  /** A signal that has been silent for so long while another went on is no longer measured. */
  public static final Duration MEMORY = Duration.ofHours(24);

  /**
   * The health at {@code now}, from what was measured in steps that had ended by then. What is
   * measured no more keeps its last value and stays as old as it is.
   *
   * @return empty where nothing was ever measured
   */
  public static Optional<ServiceHealth> asOf(DemandSignals signals, Instant now) {
    Optional<Instant> newest =
        signals
            .measured()
            .flatMap(series -> end(ended(series, now)).stream())
            .max(Comparator.naturalOrder());
    return newest.map(
        until -> {
          Optional<DemandSeries> errors = heard(signals.errorRate(), now, until);
          Optional<DemandSeries> latency = heard(signals.latencyMs(), now, until);
          Optional<DemandSeries> cpu = heard(signals.cpu(), now, until);
          Instant behind =
              new DemandSignals(errors, latency, cpu)
                  .measured()
                  .flatMap(series -> end(series).stream())
                  .min(Comparator.naturalOrder())
                  .orElse(until);
          return new ServiceHealth(
              behind,
              errors.map(ServiceHealth::last).orElse(OptionalDouble.empty()),
              latency.map(ServiceHealth::ratio).orElse(OptionalDouble.empty()),
              cpu.map(ServiceHealth::last).orElse(OptionalDouble.empty()));
        });
  }

  /** The steps that had ended by {@code now}, unless the newest known one is long before others. */
  private static Optional<DemandSeries> heard(
      Optional<DemandSeries> series, Instant now, Instant newest) {
    return series
        .map(s -> ended(s, now))
        .filter(s -> end(s).filter(e -> !e.isBefore(newest.minus(MEMORY))).isPresent());
  }

  private static DemandSeries ended(DemandSeries series, Instant now) {
    return series.before(now.minus(series.step()).plusMillis(1));
  }

  private static Optional<Instant> end(DemandSeries series) {
    return series.lastKnown().map(at -> at.plus(series.step()));
  }

  private static OptionalDouble last(DemandSeries series) {
    return series.lastKnown().map(series::at).orElse(OptionalDouble.empty());
  }

  /** The newest value over the median of the day that ends with it; empty over a median of 0. */
  private static OptionalDouble ratio(DemandSeries latency) {
    OptionalDouble newest = last(latency);
    int until = latency.lastKnown().map(latency::indexOf).orElse(0) + 1;
    int from = (int) Math.max(0, until - MEMORY.toMillis() / latency.step().toMillis());
    double[] known = new double[until - from];
    int count = 0;
    for (int i = from; i < until; i++) {
      if (latency.isPresent(i)) {
        known[count++] = latency.value(i);
      }
    }
    Arrays.sort(known, 0, count);
    double median = count == 0 ? 0 : (known[(count - 1) / 2] + known[count / 2]) / 2;
    return newest.isPresent() && median > 0
        ? OptionalDouble.of(newest.getAsDouble() / median)
        : OptionalDouble.empty();
  }
}
