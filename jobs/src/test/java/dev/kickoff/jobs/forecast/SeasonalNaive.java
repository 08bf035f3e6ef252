package dev.kickoff.jobs.forecast;

import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastIssuer;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.MethodNote;
import dev.kickoff.model.forecast.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A stand-in for the desk: yesterday's demand, or the last that is known, or nothing. */
final class SeasonalNaive implements ForecastIssuer {
  @Override
  public DemandForecast issue(Service service, ForecastKind kind, ForecastRequest request) {
    List<ForecastStep> steps = new ArrayList<>();
    for (int i = 0; i < request.steps(); i++) {
      Instant from = request.issuedAt().plus(request.resolution().multipliedBy(i));
      double p50 = expected(request, from);
      Quantiles quantiles = new Quantiles(p50, p50 * 1.2, p50 * 1.3, p50 * 1.5);
      steps.add(new ForecastStep(from, from.plus(request.resolution()), quantiles, quantiles));
    }
    return new DemandForecast(
        service,
        kind,
        request.issuedAt(),
        request.resolution(),
        request.calendar().revision(),
        new MethodNote("seasonal-naive-day", "a test's stand-in", List.of()),
        request.history().lastKnown().map(at -> at.plus(request.history().step())),
        steps);
  }

  private static double expected(ForecastRequest request, Instant at) {
    double last =
        request.history().lastKnown().map(l -> request.history().at(l).getAsDouble()).orElse(0.0);
    Instant before = at.minus(Duration.ofDays(1));
    return request.history().at(before).orElse(last);
  }
}
