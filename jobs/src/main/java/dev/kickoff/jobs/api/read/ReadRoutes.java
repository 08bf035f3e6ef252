package dev.kickoff.jobs.api.read;

import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.Query;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.read.Documents.Page;
import dev.kickoff.jobs.api.read.Documents.ServiceSummary;
import dev.kickoff.jobs.api.read.fleet.FleetReader;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.view.StatusReader;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.Service;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The routes that only read. */
public final class ReadRoutes {
  private static final Duration TIMELINE = Duration.ofHours(6);

  private final EngineViews views;
  private final EngineTime time;
  private final StatusReader status;
  private final FleetReader fleets;
  private final InputReader inputs;
  private final EventReader events;
  private final Known known;

  public ReadRoutes(EngineViews views, EngineTime time) {
    this.views = views;
    this.time = time;
    this.status = new StatusReader(views, time);
    this.fleets = new FleetReader(views, time);
    this.inputs = new InputReader(views, status);
    this.events = new EventReader(views, status);
    this.known = new Known(views);
  }

  /** Adds them to a server. */
  public void addTo(Javalin app) {
    app.get("/v1/status", ctx -> ApiJson.answer(ctx, status.status()));
    app.get("/v1/services", this::services);
    app.get("/v1/services/{service}/timeline", this::timeline);
    app.get("/v1/forecasts/{service}", new ForecastRoute(views, known)::answer);
    app.get("/v1/plans/{group}", this::plan);
    app.get("/v1/fleets", this::fleets);
    app.get("/v1/fleets/{group}", this::fleet);
    app.get("/v1/inputs", this::inputs);
    app.get("/v1/events", this::events);
    DecisionRoutes decisions = new DecisionRoutes(views, known);
    app.get("/v1/decisions", decisions::list);
    app.get("/v1/decisions/{group}/{sequence}", decisions::explain);
  }

  private void fleets(Context ctx) {
    new Query(ctx);
    ApiJson.answer(ctx, new Page<>(fleets.fleets(), Optional.empty()));
  }

  private void fleet(Context ctx) {
    new Query(ctx);
    ApiJson.answer(ctx, fleets.fleet(known.settings(ctx.pathParam("group"))));
  }

  private void services(Context ctx) {
    new Query(ctx);
    List<ServiceSummary> all =
        views.services().stream().map(s -> ServiceSummary.of(s, views)).toList();
    ApiJson.answer(ctx, new Page<>(all, Optional.empty()));
  }

  private void timeline(Context ctx) {
    Query query = new Query(ctx, "from", "to");
    Service service = known.service(ctx.pathParam("service"));
    Instant now = time.now();
    Instant to = query.instant("to").orElse(now);
    Instant from = query.instant("from").orElse(to.minus(TIMELINE));
    requireSpan(from, to);
    Optional<GroupSettings> group = views.groupsOf(service).stream().findFirst();
    ApiJson.answer(ctx, new Page<>(views.timeline(service, group, from, to), Optional.empty()));
  }

  private static void requireSpan(Instant from, Instant to) {
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(EngineViews.KEPT) > 0) {
      throw new Refusal(
          400,
          "parameters 'from' and 'to' span "
              + from
              + " to "
              + to
              + "; 'from' must be before 'to' and at most "
              + EngineViews.KEPT.toHours()
              + " hours before it");
    }
  }

  private void plan(Context ctx) {
    new Query(ctx);
    String group = known.group(ctx.pathParam("group"));
    CapacityPlan plan =
        views
            .plan(group)
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "group '" + group + "' has no plan yet; it follows the first forecast"));
    ApiJson.answer(ctx, plan);
  }

  private void inputs(Context ctx) {
    new Query(ctx);
    ApiJson.answer(ctx, new Page<>(inputs.inputs(time.now()), Optional.empty()));
  }

  private void events(Context ctx) {
    Query query = new Query(ctx, "from", "to");
    Instant now = time.now();
    Instant from = query.instant("from").orElse(now.minus(EngineViews.KEPT));
    Instant to = query.instant("to").orElse(now.plus(EngineViews.KEPT));
    if (!from.isBefore(to)) {
      throw new Refusal(400, "parameter 'from' is " + from + "; it must be before 'to', " + to);
    }
    ApiJson.answer(ctx, new Page<>(events.events(from, to, now), Optional.empty()));
  }
}
