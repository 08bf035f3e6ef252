package dev.kickoff.model.forecast.accuracy;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A forecast without a model, to compare with: demand one season (a day or a week) before the
 * target, or as many seasons as it takes to lie before the cutoff; or the last value known.
 *
 * <p>Its quantiles are conformal: those of its own log errors before the first cutoff, by horizon.
 * Cutoffs for these errors are evenly spread, so that the same trace gives the same peer.
 */
final class PlainPeer {
  private static final int SAMPLES = 6000;
  private static final int LEAST_ERRORS = 30;
  private static final long[] BUCKET_ENDS_SECONDS = {900, 3600, 14_400, 43_200, 86_400, 172_800};

  private final String name;
  private final DemandSeries truth;
  private final Said said;
  private final List<double[]> errors = new ArrayList<>();

  /** What the peer says of a target, from a cutoff. */
  private interface Said {
    OptionalDouble of(Instant target, Instant cutoff);
  }

  /** What a peer may know of the past, and how far ahead it is asked. */
  record Scope(DemandSeries truth, Instant firstCutoff, long reachMillis) {}

  private PlainPeer(String name, Scope scope, Said said) {
    this.name = name;
    this.truth = scope.truth();
    this.said = said;
    int steps = Math.max(0, Math.min(truth.size(), truth.indexOf(scope.firstCutoff())));
    int stride = Math.max(1, steps / SAMPLES);
    for (int b = 0; b <= BUCKET_ENDS_SECONDS.length; b++) {
      List<Double> known = new ArrayList<>();
      boolean last = b == BUCKET_ENDS_SECONDS.length;
      long reach = scope.reachMillis();
      int from = b == 0 ? 0 : steps(BUCKET_ENDS_SECONDS[b - 1] * 1000);
      int until = steps(last ? reach : Math.min(reach, BUCKET_ENDS_SECONDS[b] * 1000));
      for (int i = 0; i < steps && from < until; i += stride) {
        learn(i, from + (int) (i * 7919L % (until - from)), known);
      }
      errors.add(known.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }
  }

  /** The one that repeats demand of a season before. */
  static PlainPeer seasonal(String name, Duration season, Scope scope) {
    long millis = season.toMillis();
    return new PlainPeer(
        name,
        scope,
        (target, cutoff) -> {
          long ahead = Duration.between(cutoff, target).toMillis();
          long seasons = Math.floorDiv(ahead, millis) + 1;
          return scope.truth().at(target.minusMillis(seasons * millis));
        });
  }

  /** The one that repeats the last value known. */
  static PlainPeer lastValue(String name, Scope scope) {
    return new PlainPeer(
        name,
        scope,
        (target, cutoff) ->
            ForecastDesk.wholeStepsBefore(scope.truth(), cutoff)
                .lastKnown()
                .map(scope.truth()::at)
                .orElse(OptionalDouble.empty()));
  }

  String name() {
    return name;
  }

  /** Steps that start before {@code millis} have passed. */
  private int steps(long millis) {
    long step = truth.step().toMillis();
    return (int) ((millis + step - 1) / step);
  }

  private void learn(int target, int ahead, List<Double> into) {
    if (truth.isPresent(target) && target - ahead > 0) {
      OptionalDouble value = said.of(truth.timeAt(target), truth.timeAt(target - ahead));
      if (value.isPresent()) {
        into.add(log(truth.value(target)) - log(value.getAsDouble()));
      }
    }
  }

  private static double log(double demand) {
    return Math.log1p(Math.max(0, demand));
  }

  /** Its quantiles; empty where a season before is a gap, or too little is known of its errors. */
  Optional<double[]> quantiles(Instant target, Instant cutoff) {
    OptionalDouble value = said.of(target, cutoff);
    long ahead = Duration.between(cutoff, target).toSeconds();
    int b = 0;
    while (b < BUCKET_ENDS_SECONDS.length && ahead >= BUCKET_ENDS_SECONDS[b]) {
      b++;
    }
    double[] known = errors.get(b);
    if (value.isEmpty() || known.length < LEAST_ERRORS) {
      return Optional.empty();
    }
    double centre = log(value.getAsDouble());
    return Optional.of(
        Arrays.stream(Quantiles.levels())
            .map(q -> known[Math.min(known.length - 1, (int) (q * known.length))])
            .map(error -> Math.expm1(centre + error))
            .toArray());
  }
}
