package dev.kickoff.model.forecast.accuracy;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A seasonal naive forecast to compare with: demand one season (a day or a week) before the target,
 * or as many seasons as it takes to lie before the cutoff.
 *
 * <p>Its quantiles are conformal: those of its own log errors before the first cutoff, by horizon.
 * Cutoffs for these errors are evenly spread, so that the same trace gives the same peer.
 */
final class SeasonalPeer {
  private static final int SAMPLES = 6000;
  private static final int LEAST_ERRORS = 30;
  private static final long[] BUCKET_ENDS_SECONDS = {900, 3600, 14_400, 43_200, 86_400, 172_800};

  private final DemandSeries truth;
  private final long seasonMillis;
  private final List<List<Double>> errors = new ArrayList<>();

  /**
   * @param truth in the forecasts' steps
   * @param firstCutoff errors are taken from before it
   * @param reachMillis the longest horizon
   */
  SeasonalPeer(DemandSeries truth, Duration season, Instant firstCutoff, long reachMillis) {
    this.truth = truth;
    this.seasonMillis = season.toMillis();
    int steps = Math.max(0, Math.min(truth.size(), truth.indexOf(firstCutoff)));
    int stride = Math.max(1, steps / SAMPLES);
    for (int b = 0; b <= BUCKET_ENDS_SECONDS.length; b++) {
      List<Double> known = new ArrayList<>();
      boolean last = b == BUCKET_ENDS_SECONDS.length;
      int from = b == 0 ? 0 : steps(BUCKET_ENDS_SECONDS[b - 1] * 1000);
      int until = steps(last ? reachMillis : Math.min(reachMillis, BUCKET_ENDS_SECONDS[b] * 1000));
      for (int i = 0; i < steps && from < until; i += stride) {
        learn(i, from + (int) (i * 7919L % (until - from)), known);
      }
      errors.add(known);
    }
    errors.forEach(list -> list.sort(null));
  }

  /** Steps that start before {@code millis} have passed. */
  private int steps(long millis) {
    long step = truth.step().toMillis();
    return (int) ((millis + step - 1) / step);
  }

  private void learn(int target, int ahead, List<Double> into) {
    if (truth.isPresent(target) && target - ahead > 0) {
      OptionalDouble said = at(truth.timeAt(target), truth.timeAt(target - ahead));
      if (said.isPresent()) {
        into.add(log(truth.value(target)) - log(said.getAsDouble()));
      }
    }
  }

  private static double log(double demand) {
    return Math.log1p(Math.max(0, demand));
  }

  private OptionalDouble at(Instant target, Instant cutoff) {
    long ahead = Duration.between(cutoff, target).toMillis();
    long seasons = Math.floorDiv(ahead, seasonMillis) + 1;
    return truth.at(target.minusMillis(seasons * seasonMillis));
  }

  /** Its quantiles; empty where a season before is a gap, or too little is known of its errors. */
  Optional<double[]> quantiles(Instant target, Instant cutoff) {
    OptionalDouble said = at(target, cutoff);
    long ahead = Duration.between(cutoff, target).toSeconds();
    int b = 0;
    while (b < BUCKET_ENDS_SECONDS.length && ahead >= BUCKET_ENDS_SECONDS[b]) {
      b++;
    }
    List<Double> known = errors.get(b);
    if (said.isEmpty() || known.size() < LEAST_ERRORS) {
      return Optional.empty();
    }
    double centre = log(said.getAsDouble());
    return Optional.of(
        Arrays.stream(Quantiles.levels())
            .map(q -> known.get(Math.min(known.size() - 1, (int) (q * known.size()))))
            .map(error -> Math.expm1(centre + error))
            .toArray());
  }
}
