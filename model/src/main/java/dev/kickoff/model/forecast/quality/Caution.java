package dev.kickoff.model.forecast.quality;

import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Quantiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Care in and after an outage: what lasts may last, and what is away may come back.
 *
 * <p>Wider upper quantiles after an outage, when users and their retries may come back all at once.
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

  /**
   * The steps while an outage goes on: until {@code until} the median is that of {@code seen}, as
   * if the outage lasted, and no upper quantile is below that of {@code usual}, as if it ended.
   *
   * @param seen the forecast that knows what was measured in the outage
   * @param usual the forecast of the same steps that does not
   */
  public static List<ForecastStep> whileOut(
      Instant until, List<ForecastStep> seen, List<ForecastStep> usual) {
    List<ForecastStep> careful = new ArrayList<>(usual.size());
    for (int i = 0; i < usual.size(); i++) {
      ForecastStep step = usual.get(i);
      boolean near = step.from().isBefore(until);
      careful.add(
          near
              ? new ForecastStep(
                  step.from(),
                  step.until(),
                  either(seen.get(i).mean(), step.mean()),
                  either(seen.get(i).peak(), step.peak()))
              : step);
    }
    return careful;
  }

  private static Quantiles either(Quantiles seen, Quantiles usual) {
    return new Quantiles(
        seen.p50(),
        Math.max(seen.p90(), usual.p90()),
        Math.max(seen.p95(), usual.p95()),
        Math.max(seen.p99(), usual.p99()));
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
