package dev.kickoff.model.forecast.method;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A floor under the upper quantiles of demand that is counted in ones and twos.
 *
 * <p>Where every known value is a whole number and their median is under five, no upper quantile
 * lies below that of a Poisson count whose mean is the forecast's median: with {@code n} of the
 * history's steps in a step of the forecast, {@code Q(q; n m) / n} for its mean, and {@code Q(q^(1
 * / n); m)} for the highest of {@code n} (Johnson, Kemp and Kotz, "Univariate Discrete
 * Distributions", chapter 4). Requests of many users that know nothing of each other are at least
 * so uneven. The median stays.
 *
 * @param low whether the floor holds
 * @param stepMillis the history's step, whose counts are meant
 */
record LowCounts(boolean low, long stepMillis) {
  private static final double MOST_IN_A_STEP = 5;
  private static final double SUMMED_UP_TO = 500;

  /** What a history shows. */
  static LowCounts in(DemandSeries history) {
    double[] values = new double[history.known()];
    int count = 0;
    boolean whole = true;
    for (int i = 0; i < history.size() && whole; i++) {
      if (history.isPresent(i)) {
        values[count++] = history.value(i);
        whole = Math.rint(history.value(i)) == history.value(i);
      }
    }
    boolean low = whole && count > 0;
    if (low) {
      Arrays.sort(values);
      low = values[count / 2] < MOST_IN_A_STEP;
    }
    return new LowCounts(low, history.step().toMillis());
  }

  /** The steps, none with an upper quantile below its floor. */
  List<ForecastStep> under(List<ForecastStep> steps) {
    if (!low) {
      return steps;
    }
    List<ForecastStep> floored = new ArrayList<>(steps.size());
    for (ForecastStep step : steps) {
      long millis = step.until().toEpochMilli() - step.from().toEpochMilli();
      int counts = (int) Math.max(1, millis / stepMillis);
      double mean = step.mean().p50();
      Quantiles lifted = lifted(step.mean(), 1, counts * mean, counts);
      Quantiles highest =
          step.peak().equals(step.mean()) ? lifted : lifted(step.peak(), 1.0 / counts, mean, 1);
      floored.add(new ForecastStep(step.from(), step.until(), lifted, highest));
    }
    return floored;
  }

  private static Quantiles lifted(Quantiles q, double power, double mean, int divisor) {
    return new Quantiles(
        q.p50(),
        Math.max(q.p90(), quantile(Math.pow(0.9, power), mean) / divisor),
        Math.max(q.p95(), quantile(Math.pow(0.95, power), mean) / divisor),
        Math.max(q.p99(), quantile(Math.pow(0.99, power), mean) / divisor));
  }

  /**
   * The least count that a Poisson variable stays at or below with probability {@code level}.
   *
   * @param level above 0, below 1
   * @param mean 0 or more; above 500 the floor is its mean: the spread no longer matters
   */
  static double quantile(double level, double mean) {
    if (mean > SUMMED_UP_TO) {
      return Math.floor(mean);
    }
    double chance = StrictMath.exp(-mean);
    double sum = chance;
    int count = 0;
    while (sum < level && chance > 0) {
      count++;
      chance *= mean / count;
      sum += chance;
    }
    return count;
  }
}
