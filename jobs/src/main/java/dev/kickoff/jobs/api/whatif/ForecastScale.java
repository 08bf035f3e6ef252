package dev.kickoff.jobs.api.whatif;

import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Forecasts with more or less demand in them. */
final class ForecastScale {
  private ForecastScale() {}

  /** Every quantile times {@code factor}. */
  static DemandForecast times(DemandForecast forecast, double factor) {
    return between(forecast, forecast, factor, 0);
  }

  /** What an event adds, times {@code factor}: from a forecast with it and one without. */
  static DemandForecast lift(DemandForecast with, DemandForecast without, double factor) {
    return between(with, without, factor, 1 - factor);
  }

  private static DemandForecast between(
      DemandForecast one, DemandForecast other, double share, double rest) {
    List<ForecastStep> steps = new ArrayList<>();
    for (int i = 0; i < one.steps().size(); i++) {
      ForecastStep a = one.steps().get(i);
      ForecastStep b = other.steps().get(Math.min(i, other.steps().size() - 1));
      steps.add(
          new ForecastStep(
              a.from(),
              a.until(),
              sum(a.mean(), b.mean(), share, rest),
              sum(a.peak(), b.peak(), share, rest)));
    }
    return new DemandForecast(
        one.service(),
        one.kind(),
        one.issuedAt(),
        one.resolution(),
        one.calendarRevision(),
        one.method(),
        one.demandThrough(),
        steps);
  }

  private static Quantiles sum(Quantiles a, Quantiles b, double share, double rest) {
    double[] of = a.values();
    double[] and = b.values();
    double[] sum = new double[of.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.max(0, share * of[i] + rest * and[i]);
    }
    Arrays.sort(sum);
    return new Quantiles(sum[0], sum[1], sum[2], sum[3]);
  }
}
