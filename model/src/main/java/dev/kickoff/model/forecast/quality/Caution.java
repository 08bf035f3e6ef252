package dev.kickoff.model.forecast.quality;

import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Quantiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Wider upper quantiles after an outage, when users and their retries may come back all at once.
 *
 * <p>What a quantile lies above the median, as a factor, is raised to the power of 1.5; the median
 * stays. A chosen margin, not a learnt one: outages are too rare in one history.
 */
public final class Caution {
  private static final double POWER = 1.5;

  private Caution() {}

  /** The steps, those that begin before {@code until} made wider. */
  public static List<ForecastStep> before(Instant until, List<ForecastStep> steps) {
    List<ForecastStep> careful = new ArrayList<>(steps.size());
    for (ForecastStep step : steps) {
      careful.add(
          step.from().isBefore(until)
              ? new ForecastStep(step.from(), step.until(), wider(step.mean()), wider(step.peak()))
              : step);
    }
    return careful;
  }

  private static Quantiles wider(Quantiles q) {
    return new Quantiles(
        q.p50(), wider(q.p90(), q.p50()), wider(q.p95(), q.p50()), wider(q.p99(), q.p50()));
  }

  private static double wider(double value, double median) {
    double wide = median > 0 ? median * Math.pow(value / median, POWER) : value;
    return Double.isFinite(wide) ? Math.max(value, wide) : value;
  }
}
