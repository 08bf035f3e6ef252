package dev.kickoff.jobs.api;

import dev.kickoff.jobs.api.Documents.Check;
import dev.kickoff.jobs.api.Documents.EventSummary;
import dev.kickoff.jobs.api.Documents.Page;
import dev.kickoff.jobs.api.Documents.Ready;
import dev.kickoff.jobs.api.Documents.ServiceSummary;
import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.Problem.BadRequest;
import dev.kickoff.jobs.api.http.Problem.NotFound;
import dev.kickoff.jobs.api.http.Query;
import dev.kickoff.jobs.api.metrics.EngineMetrics;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.view.StatusReader;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every route of the API, and the answers of all but those on decisions. */
final class Routes {
  private static final Duration TIMELINE = Duration.ofHours(6);

  private final EngineViews views;
  private final StatusReader status;
  private final List<ReadinessCheck> checks;
  private final Known known;

  Routes(EngineViews views, StatusReader status, List<ReadinessCheck> checks) {
    this.views = views;
    this.status = status;
    this.checks = checks;
    this.known = new Known(views);
  }

  void addTo(Javalin app, EngineMetrics metrics, LiveStream stream) {
    app.get("/healthz", ctx -> ctx.result("ok\n"));
    app.get("/readyz", this::ready);
    app.get("/metrics", ctx -> ctx.result(metrics.text()).contentType(EngineMetrics.CONTENT_TYPE));
    app.get("/v1/status", ctx -> answer(ctx, status.status()));
    app.get("/v1/services", this::services);
    app.get("/v1/services/{service}/timeline", this::timeline);
    app.get("/v1/forecasts/{service}", this::forecast);
    app.get("/v1/plans/{group}", this::plan);
    app.get("/v1/events", this::events);
    DecisionRoutes decisions = new DecisionRoutes(views, known);
    app.get("/v1/decisions", decisions::list);
    app.get("/v1/decisions/{group}/{sequence}", decisions::explain);
    app.get("/v1/stream", stream::serve);
  }

  static void answer(Context ctx, Object document) {
    ctx.result(ApiJson.write(document)).contentType("application/json");
  }

  private void ready(Context ctx) {
    List<Check> answers =
        checks.stream()
            .map(check -> new Check(check.name(), true, check.ask()))
            .map(c -> new Check(c.name(), c.problem().isEmpty(), c.problem()))
            .toList();
    boolean ready = answers.stream().allMatch(Check::ok);
    ctx.status(ready ? 200 : 503);
    answer(ctx, new Ready(ready, answers));
  }

  private void services(Context ctx) {
    new Query(ctx);
    List<ServiceSummary> all =
        views.services().stream().map(s -> ServiceSummary.of(s, views)).toList();
    answer(ctx, new Page<>(all, Optional.empty()));
  }

  private void timeline(Context ctx) {
    Query query = new Query(ctx, "from", "to");
    Service service = known.service(ctx.pathParam("service"));
    Instant now = status.status().engineTime();
    Instant to = query.instant("to").orElse(now);
    Instant from = query.instant("from").orElse(to.minus(TIMELINE));
    requireSpan(from, to);
    answer(ctx, new Page<>(views.timeline(service, from, to), Optional.empty()));
  }

  private static void requireSpan(Instant from, Instant to) {
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(EngineViews.KEPT) > 0) {
      throw new BadRequest(
          "parameters 'from' and 'to' span "
              + from
              + " to "
              + to
              + "; 'from' must be before 'to' and at most "
              + EngineViews.KEPT.toHours()
              + " hours before it");
    }
  }

  private void forecast(Context ctx) {
    Query query = new Query(ctx, "kind");
    Service service = known.service(ctx.pathParam("service"));
    ForecastKind kind = query.constant("kind", ForecastKind.class).orElse(ForecastKind.NEAR);
    DemandForecast forecast =
        views
            .forecast(service, kind)
            .orElseThrow(
                () ->
                    new NotFound(
                        "service '"
                            + service
                            + "' has no "
                            + kind.name().toLowerCase(Locale.ROOT)
                            + " forecast yet; the first comes once the forecast job has read"
                            + " history"));
    answer(ctx, forecast);
  }

  private void plan(Context ctx) {
    new Query(ctx);
    String group = known.group(ctx.pathParam("group"));
    CapacityPlan plan =
        views
            .plan(group)
            .orElseThrow(
                () ->
                    new NotFound(
                        "group '" + group + "' has no plan yet; it follows the first forecast"));
    answer(ctx, plan);
  }

  private void events(Context ctx) {
    Query query = new Query(ctx, "from", "to");
    Instant now = status.status().engineTime();
    Instant from = query.instant("from").orElse(now.minus(EngineViews.KEPT));
    Instant to = query.instant("to").orElse(now.plus(EngineViews.KEPT));
    if (!from.isBefore(to)) {
      throw new BadRequest("parameter 'from' is " + from + "; it must be before 'to', " + to);
    }
    List<EventSummary> events =
        views.calendar().overlapping(from, to).stream().map(EventSummary::of).toList();
    answer(ctx, new Page<>(events, Optional.empty()));
  }
}
