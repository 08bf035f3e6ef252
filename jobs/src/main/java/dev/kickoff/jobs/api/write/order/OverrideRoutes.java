package dev.kickoff.jobs.api.write.order;

import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.ApiPart;
import dev.kickoff.jobs.api.http.Fields;
import dev.kickoff.jobs.api.http.JsonBody;
import dev.kickoff.jobs.api.http.Query;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.review.ReviewDesk;
import dev.kickoff.jobs.api.review.ReviewDocument;
import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.view.order.OverridesView.Standing;
import dev.kickoff.jobs.api.write.Answer;
import dev.kickoff.jobs.api.write.Effects;
import dev.kickoff.jobs.api.write.Idempotency;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.preview.Effect;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import dev.kickoff.model.override.OverrideBook;
import dev.kickoff.model.review.Review;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
  private final ReviewDesk reviews;
  private final Effects effects;
  private final Idempotency idempotency;

  public OverrideRoutes(EngineViews views, Desks desks, Effects effects, Idempotency idempotency) {
    this.views = views;
    this.desk = desks.orders();
    this.reviews = desks.reviews();
    this.effects = effects;
    this.idempotency = idempotency;
    reviews.submitting(Review.Kind.ORDER, new OrderSubmission(desk, effects));
  }

  /** Where orders are given, and where they wait. */
  public record Desks(OverrideDesk orders, ReviewDesk reviews) {}

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
    List<Fields> items =
        views.orders().all().stream()
            .filter(standing -> asked.test(standing.order()))
            .sorted(ORDER)
            .map(standing -> desk.document(standing).json())
            .toList();
    ApiJson.answer(ctx, new Fields().with("items", items));
  }

  private void known(String group) {
    if (views.group(group).isEmpty()) {
      List<String> known = views.groups().stream().map(GroupSettings::group).toList();
      throw new Refusal(404, "unknown group '" + group + "'; known: " + Query.listed(known));
    }
  }

  private void one(Context ctx) {
    new Query(ctx);
    OverrideDocument order = desk.document(desk.standing(ctx.pathParam("id")));
    Answer.ok(order.json()).tagged(order.tag()).to(ctx);
  }

  private Answer give(Context ctx) {
    boolean dryRun = new Query(ctx, "dryRun").flag("dryRun");
    OrderRequest request = JsonBody.of(ctx, "order", OrderRequest.class);
    OrderOrigin origin = OrderOrigin.of(ctx);
    OperatorOverride order = OrderCheck.order(request, views, desk.now(), origin);
    List<Effect> expected = effects.ordering(order.group(), book -> book.with(order));
    if (dryRun) {
      return preview(expected, order, effect -> isTooLarge(order, effect));
    }
    if (expected.stream().anyMatch(effect -> isTooLarge(order, effect))) {
      String words = request.kind() + " " + order.hosts() + ": " + order.reason();
      LargeChange change = new LargeChange(Review.Kind.ORDER, order.group(), words, List.of(order));
      Review review = reviews.ask(LargeChange.review(change, expected, origin, desk.now()));
      return Answer.waiting(ReviewDocument.of(review), "/v1/reviews/" + review.id());
    }
    OverrideDocument given = desk.give(order);
    return Answer.created(given.json(), "/v1/overrides/" + given.id()).tagged(given.tag());
  }

  /** Whether an order that lowers takes more than one person. */
  private static boolean isTooLarge(OperatorOverride order, Effect effect) {
    return (order.kind() == Kind.PIN || order.kind() == Kind.CEILING)
        && effect.large()
        && effect.sizes().floorThen() < effect.sizes().floorNow();
  }

  private Answer preview(List<Effect> expected, OperatorOverride order, Predicate<Effect> waits) {
    OverrideDocument document = OverrideDocument.of(order, desk.now(), Optional.empty());
    return Answer.ok(Effects.preview(expected, waits).with("override", document.json()));
  }

  private Answer withdraw(Context ctx) {
    Query query = new Query(ctx, "dryRun", "reason");
    String id = ctx.pathParam("id");
    String by = Caller.of(ctx).name();
    Optional<String> reason = query.text("reason", 10, 500);
    if (query.flag("dryRun")) {
      OperatorOverride end = desk.ending(id, by, reason);
      return preview(effects.ordering(end.group(), book -> book.with(end)), end, effect -> false);
    }
    OverrideDocument ended = desk.withdraw(id, by, reason);
    return Answer.ok(ended.json()).tagged(ended.tag());
  }

  private Answer undo(Context ctx) {
    new Query(ctx);
    OverrideDocument undone = desk.undo(ctx.pathParam("id"), Caller.of(ctx).name());
    return Answer.ok(undone.json()).tagged(undone.tag());
  }
}
