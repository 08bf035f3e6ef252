package dev.kickoff.jobs.api.review;

import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.ApiPart;
import dev.kickoff.jobs.api.http.Fields;
import dev.kickoff.jobs.api.http.JsonBody;
import dev.kickoff.jobs.api.http.Query;
import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.write.Answer;
import dev.kickoff.jobs.api.write.Idempotency;
import dev.kickoff.model.review.Review;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The routes of what waits for a person: {@code /v1/reviews}. */
public final class ReviewRoutes implements ApiPart {
  private static final int MINUTES = 240;

  private final ReviewDesk desk;
  private final EngineTime time;
  private final Idempotency idempotency;

  /**
   * An answer to a review, as the contract has it.
   *
   * @param minutes how long an approval of a move holds
   */
  record Word(String digest, String comment, OptionalInt minutes) {}

  public ReviewRoutes(ReviewDesk desk, EngineTime time, Idempotency idempotency) {
    this.desk = desk;
    this.time = time;
    this.idempotency = idempotency;
  }

  @Override
  public void addTo(Javalin app) {
    app.get("/v1/reviews", this::list);
    app.get("/v1/reviews/{id}", this::one);
    app.post("/v1/reviews/{id}/approve", ctx -> idempotency.answer(ctx, () -> approve(ctx)));
    app.post("/v1/reviews/{id}/reject", ctx -> idempotency.answer(ctx, () -> reject(ctx)));
  }

  private void list(Context ctx) {
    Optional<Review.Status> status =
        new Query(ctx, "status").constant("status", Review.Status.class);
    List<Fields> items =
        desk.all().stream()
            .filter(review -> status.map(s -> s == review.status()).orElse(true))
            .map(ReviewDocument::of)
            .toList();
    ApiJson.answer(ctx, new Fields().with("items", items));
  }

  private void one(Context ctx) {
    new Query(ctx);
    ApiJson.answer(ctx, ReviewDocument.of(desk.review(ctx.pathParam("id"))));
  }

  private Answer approve(Context ctx) {
    new Query(ctx);
    Word word = JsonBody.of(ctx, "approve", Word.class);
    Review review =
        desk.approve(
            ctx.pathParam("id"), word.digest(), by(ctx, word), word.minutes().orElse(MINUTES));
    return Answer.ok(ReviewDocument.of(review));
  }

  private Answer reject(Context ctx) {
    new Query(ctx);
    Word word = JsonBody.of(ctx, "reject", Word.class);
    Review review = desk.reject(ctx.pathParam("id"), word.digest(), by(ctx, word));
    return Answer.ok(ReviewDocument.of(review));
  }

  private Review.Answer by(Context ctx, Word word) {
    return new Review.Answer(Caller.of(ctx).name(), time.now(), word.comment());
  }
}
