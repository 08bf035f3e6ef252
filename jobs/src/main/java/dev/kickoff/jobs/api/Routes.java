package dev.kickoff.jobs.api;

import dev.kickoff.jobs.api.Documents.Check;
import dev.kickoff.jobs.api.Documents.DecisionSummary;
import dev.kickoff.jobs.api.Documents.EventSummary;
import dev.kickoff.jobs.api.Documents.Explanation;
import dev.kickoff.jobs.api.Documents.Page;
import dev.kickoff.jobs.api.Documents.Ready;
import dev.kickoff.jobs.api.Documents.ServiceSummary;
import dev.kickoff.jobs.api.Problem.BadRequest;
import dev.kickoff.jobs.api.Problem.NotFound;
import dev.kickoff.jobs.api.metrics.EngineMetrics;
import dev.kickoff.jobs.api.view.DecisionQuery;
import dev.kickoff.jobs.api.view.DecisionQuery.Position;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.view.StatusReader;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.FloorChange;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every route of the API and what it answers. */
final class Routes {
  private static final Duration TIMELINE = Duration.ofHours(6);
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;

  private final EngineViews views;
  private final StatusReader status;
  private final List<ReadinessCheck> checks;

  Routes(EngineViews views, StatusReader status, List<ReadinessCheck> checks) {
    this.views = views;
    this.status = status;
    this.checks = checks;
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
    app.get("/v1/decisions", this::decisions);
    app.get("/v1/decisions/{group}/{sequence}", this::explain);
    app.get("/v1/stream", stream::serve);
  }

  private static void answer(Context ctx, Object document) {
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
    Service service = service(ctx);
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
    Service service = service(ctx);
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
    String group = group(ctx.pathParam("group"));
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

  private void decisions(Context ctx) {
    Query query = new Query(ctx, "group", "limit", "before", "action");
    int limit = query.integer("limit", DEFAULT_LIMIT, MAX_LIMIT);
    List<FloorChange.Action> actions = query.constants("action", FloorChange.Action.class);
    List<Decision> found =
        views.decisions(
            new DecisionQuery(
                query.text("group").map(this::group),
                actions.isEmpty()
                    ? EnumSet.allOf(FloorChange.Action.class)
                    : EnumSet.copyOf(actions),
                query.text("before").map(Routes::position),
                limit + 1));
    List<Decision> page = found.subList(0, Math.min(limit, found.size()));
    Optional<String> next =
        found.size() > limit
            ? Optional.of(cursor(Position.of(page.get(limit - 1).key())))
            : Optional.empty();
    answer(ctx, new Page<>(page.stream().map(DecisionSummary::of).toList(), next));
  }

  private static String cursor(Position position) {
    return position.at() + "/" + position.group();
  }

  private static Position position(String cursor) {
    int slash = cursor.indexOf('/');
    String at = slash < 0 ? cursor : cursor.substring(0, slash);
    return new Position(Query.instant("before", at), slash < 0 ? "" : cursor.substring(slash + 1));
  }

  private void explain(Context ctx) {
    new Query(ctx);
    String group = group(ctx.pathParam("group"));
    String given = ctx.pathParam("sequence");
    if (!given.matches("[1-9]\\d{0,17}")) {
      throw new BadRequest(
          Query.wrong("sequence", given, "a decision's number, such as " + newest(group)));
    }
    Decision decision =
        views
            .decision(group, Long.parseLong(given))
            .orElseThrow(
                () ->
                    new NotFound(
                        "group '"
                            + group
                            + "' has no decision "
                            + given
                            + " here; the newest is "
                            + newest(group)
                            + ", and older ones stay in the topic of decisions"));
    answer(ctx, new Explanation(DecisionSummary.of(decision), decision));
  }

  private long newest(String group) {
    return views.newestDecision(group).map(d -> d.key().sequence()).orElse(0L);
  }

  private Service service(Context ctx) {
    String name = ctx.pathParam("service");
    return views.services().stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new NotFound(
                    "unknown service '"
                        + name
                        + "'; known: "
                        + Query.listed(views.services().stream().map(Service::name).toList())));
  }

  private String group(String name) {
    if (views.group(name).isEmpty()) {
      throw new NotFound(
          "unknown group '"
              + name
              + "'; known: "
              + Query.listed(views.groups().stream().map(GroupSettings::group).toList()));
    }
    return name;
  }
}
