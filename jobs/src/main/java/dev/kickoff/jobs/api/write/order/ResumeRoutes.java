package dev.kickoff.jobs.api.write.order;

import dev.kickoff.jobs.api.http.ApiPart;
import dev.kickoff.jobs.api.http.JsonBody;
import dev.kickoff.jobs.api.http.Query;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.review.ReviewDesk;
import dev.kickoff.jobs.api.review.ReviewDocument;
import dev.kickoff.jobs.api.review.Submission;
import dev.kickoff.jobs.api.write.Answer;
import dev.kickoff.jobs.api.write.Effects;
import dev.kickoff.jobs.api.write.Idempotency;
import dev.kickoff.model.control.preview.Effect;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OverrideBook;
import dev.kickoff.model.review.Review;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The end of freezes: {@code /v1/resume}. */
public final class ResumeRoutes implements ApiPart, Submission {
  private final OverrideDesk orders;
  private final ReviewDesk reviews;
  private final Effects effects;
  private final Idempotency idempotency;

  /**
   * A request to resume, as the contract has it.
   *
   * @param group empty for all
   */
  record Request(Optional<String> group, String reason) {}

  public ResumeRoutes(
      OverrideDesk orders, ReviewDesk reviews, Effects effects, Idempotency idempotency) {
    this.orders = orders;
    this.reviews = reviews;
    this.effects = effects;
    this.idempotency = idempotency;
    reviews.submitting(Review.Kind.RESUME, this);
  }

  @Override
  public void addTo(Javalin app) {
    app.post("/v1/resume", ctx -> idempotency.answer(ctx, () -> resume(ctx)));
  }

  private Answer resume(Context ctx) {
    boolean dryRun = new Query(ctx, "dryRun").flag("dryRun");
    Request request = JsonBody.of(ctx, "resume", Request.class);
    request.group().ifPresent(orders::known);
    Thaw thaw = thaw(request.group());
    requireFrozen(thaw);
    List<Effect> expected = expected(thaw);
    if (dryRun) {
      return Answer.ok(Effects.preview(expected, Effect::large));
    }
    OrderOrigin origin = OrderOrigin.of(ctx);
    if (expected.stream().anyMatch(Effect::large)) {
      Review review = reviews.ask(asked(thaw, expected, origin, request.reason()));
      return Answer.waiting(ReviewDocument.of(review), "/v1/reviews/" + review.id());
    }
    orders.write(book -> thaw.versions(book, orders.now()), origin.author());
    return Answer.ok(Effects.preview(expected, Effect::large));
  }

  private Thaw thaw(Optional<String> group) {
    return new Thaw(group, effects.desk().groups());
  }

  private void requireFrozen(Thaw thaw) {
    if (thaw.freezes(orders.book(), orders.now()).isEmpty()) {
      throw Refusal.conflict(thaw.group().orElse("no group") + " is frozen by no order".strip());
    }
  }

  private List<Effect> expected(Thaw thaw) {
    Instant now = orders.now();
    OverrideBook after = thaw.after(orders.book(), now);
    return effects.ordering(thaw.group(), book -> after);
  }

  private Review asked(Thaw thaw, List<Effect> expected, OrderOrigin origin, String reason) {
    List<OperatorOverride> freezes = thaw.freezes(orders.book(), orders.now());
    return LargeChange.review(
        new LargeChange(Review.Kind.RESUME, thaw.group(), "resume: " + reason, freezes),
        expected,
        origin,
        orders.now());
  }

  @Override
  public Review restated(Review review) {
    Thaw thaw = thaw(group(review));
    requireFrozen(thaw);
    return LargeChange.restated(review, expected(thaw), orders.now());
  }

  @Override
  public void submit(Review approved, int minutes) {
    Thaw thaw = thaw(group(approved));
    orders.write(book -> thaw.versions(book, orders.now()), approved.request().by());
  }

  private static Optional<String> group(Review review) {
    return Optional.of(review.group()).filter(name -> !name.equals(Review.EVERY_GROUP));
  }
}
