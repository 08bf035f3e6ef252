package dev.kickoff.jobs.api.read;

import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.Query;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** What the API answers on forecasts: the current one, or what was believed at an instant. */
final class ForecastRoute {
  private final EngineViews views;
  private final Known known;

  ForecastRoute(EngineViews views, Known known) {
    this.views = views;
    this.known = known;
  }

  void answer(Context ctx) {
    Query query = new Query(ctx, "kind", "asOf", "horizon", "quantile");
    Service service = known.service(ctx.pathParam("service"));
    ForecastKind kind = query.constant("kind", ForecastKind.class).orElse(ForecastKind.NEAR);
    Optional<Instant> asOf = query.instant("asOf");
    Optional<Duration> horizon = query.text("horizon").map(ForecastRoute::horizon);
    Optional<QuantileChoice> quantiles = query.text("quantile").map(QuantileChoice::of);
    DemandForecast forecast =
        asOf.map(at -> believed(service, kind, at)).orElseGet(() -> current(service, kind));
    DemandForecast near = horizon.map(ahead -> within(forecast, ahead)).orElse(forecast);
    ApiJson.answer(ctx, quantiles.<Object>map(choice -> choice.of(near)).orElse(near));
  }

  private DemandForecast current(Service service, ForecastKind kind) {
    return views
        .forecast(service, kind)
        .orElseThrow(
            () ->
                new Refusal(
                    404,
                    "service '"
                        + service
                        + "' has no "
                        + name(kind)
                        + " forecast yet; the first comes once the forecast job has read history"));
  }

  private DemandForecast believed(Service service, ForecastKind kind, Instant asOf) {
    return views
        .forecast(service, kind)
        .filter(newest -> !newest.issuedAt().isAfter(asOf))
        .or(() -> views.ledger().past().forecast(service, kind, asOf))
        .orElseThrow(
            () ->
                new Refusal(
                    404,
                    "no "
                        + name(kind)
                        + " forecast of service '"
                        + service
                        + "' is kept from "
                        + asOf
                        + " or before; "
                        + views
                            .ledger()
                            .past()
                            .oldestForecast(service, kind)
                            .map(oldest -> "the oldest was issued at " + oldest)
                            .orElse("none is kept yet")));
  }

  private static String name(ForecastKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Duration horizon(String given) {
    try {
      Duration ahead = Duration.parse(given);
      if (ahead.compareTo(Duration.ZERO) > 0) {
        return ahead;
      }
    } catch (DateTimeParseException e) {
      // Said below, as for one that is not positive.
    }
    throw new Refusal(400, Query.wrong("horizon", given, "a duration such as PT2H"));
  }

  private static DemandForecast within(DemandForecast f, Duration ahead) {
    Instant until = f.issuedAt().plus(ahead);
    return new DemandForecast(
        f.service(),
        f.kind(),
        f.issuedAt(),
        f.resolution(),
        f.calendarRevision(),
        f.method(),
        f.demandThrough(),
        f.steps().stream().filter(step -> step.from().isBefore(until)).toList());
  }
}
