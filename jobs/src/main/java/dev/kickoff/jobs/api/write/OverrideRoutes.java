package dev.kickoff.jobs.api.write;

import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.ApiPart;
import dev.kickoff.jobs.api.http.JsonBody;
import dev.kickoff.jobs.api.http.Problem.NotFound;
import dev.kickoff.jobs.api.http.Query;
import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.view.order.OverridesView.Standing;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OverrideBook;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The routes of orders: {@code /v1/overrides}. */
public final class OverrideRoutes implements ApiPart {
  private static final Comparator<Standing> ORDER =
      Comparator.comparing(Standing::order, OverrideBook.STRONGEST_FIRST)
          .thenComparing(standing -> standing.order().from())
          .thenComparing(standing -> standing.order().id());

  private final EngineViews views;
  private final OverrideDesk desk;
  private final Idempotency idempotency;

  public OverrideRoutes(EngineViews views, OverrideDesk desk, Idempotency idempotency) {
    this.views = views;
    this.desk = desk;
    this.idempotency = idempotency;
  }

  @Override
  public void addTo(Javalin app) {
    app.get("/v1/overrides", this::list);
    app.post("/v1/overrides", ctx -> idempotency.answer(ctx, () -> give(ctx)));
    app.get("/v1/overrides/{id}", this::one);
    app.delete("/v1/overrides/{id}", ctx -> idempotency.answer(ctx, () -> withdraw(ctx)));
    app.post("/v1/overrides/{id}/undo", ctx -> idempotency.answer(ctx, () -> undo(ctx)));
  }

  private void list(Context ctx) {
    Query query = new Query(ctx, "group", "within", "ended");
    Instant now = desk.now();
    Optional<String> group = query.text("group");
    group.ifPresent(this::known);
    Optional<Duration> within = query.duration("within");
    boolean ended = query.flag("ended");
    Predicate<OperatorOverride> asked =
        order ->
            (ended || order.until().isAfter(now))
                && group.map(g -> order.group().map(g::equals).orElse(true)).orElse(true)
                && within.map(w -> !order.until().isAfter(now.plus(w))).orElse(true);
    List<OverrideDocument> items =
        views.orders().all().stream()
            .filter(standing -> asked.test(standing.order()))
            .sorted(ORDER)
            .map(desk::document)
            .toList();
    ctx.result(ApiJson.write(Map.of("items", items))).contentType("application/json");
  }

  private void known(String group) {
    if (views.group(group).isEmpty()) {
      List<String> known = views.groups().stream().map(GroupSettings::group).toList();
      throw new NotFound("unknown group '" + group + "'; known: " + Query.listed(known));
    }
  }

  private void one(Context ctx) {
    new Query(ctx);
    OverrideDocument order = desk.document(desk.standing(ctx.pathParam("id")));
    Answer.ok(order).tagged(order.etag()).to(ctx);
  }

  private Answer give(Context ctx) {
    boolean dryRun = new Query(ctx, "dryRun").flag("dryRun");
    OrderRequest request = JsonBody.of(ctx, "order", OrderRequest.class);
    OperatorOverride order = OrderCheck.order(request, views, desk.now(), OrderOrigin.of(ctx));
    if (dryRun) {
      return Answer.ok(
          Map.of("override", OverrideDocument.of(order, desk.now(), Optional.empty())));
    }
    OverrideDocument given = desk.give(order);
    return Answer.created(given, "/v1/overrides/" + given.id()).tagged(given.etag());
  }

  private Answer withdraw(Context ctx) {
    Query query = new Query(ctx, "dryRun", "reason");
    String id = ctx.pathParam("id");
    String by = Caller.of(ctx).name();
    Optional<String> reason = query.text("reason", 10, 500);
    if (query.flag("dryRun")) {
      OperatorOverride end = desk.ending(id, by, reason);
      return Answer.ok(Map.of("override", OverrideDocument.of(end, desk.now(), Optional.empty())));
    }
    OverrideDocument ended = desk.withdraw(id, by, reason);
    return Answer.ok(ended).tagged(ended.etag());
  }

  private Answer undo(Context ctx) {
    new Query(ctx);
    OverrideDocument undone = desk.undo(ctx.pathParam("id"), Caller.of(ctx).name());
    return Answer.ok(undone).tagged(undone.etag());
  }
}
