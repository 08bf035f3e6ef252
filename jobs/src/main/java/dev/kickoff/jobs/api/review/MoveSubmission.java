package dev.kickoff.jobs.api.review;

import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.write.OrderLog;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import dev.kickoff.model.review.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets the engine make a move that a guardrail holds: an approval of so many hosts, for a while.
 */
final class MoveSubmission implements Submission {
  private final EngineViews views;
  private final EngineTime time;
  private final OrderLog log;

  MoveSubmission(EngineViews views, EngineTime time, OrderLog log) {
    this.views = views;
    this.time = time;
    this.log = log;
  }

  static String orderId(Review review) {
    return "approval-" + review.id();
  }

  /** The same while the newest decision holds the same back. */
  @Override
  public Review restated(Review review) {
    if (views.reviews().held().stream().anyMatch(held -> held.id().equals(review.id()))) {
      return review;
    }
    String now =
        views.reviews().held().stream()
            .filter(held -> held.group().equals(review.group()))
            .findFirst()
            .map(held -> "now this waits, as review " + held.id() + ": " + held.request().summary())
            .orElse("nothing of " + review.group() + " waits now");
    throw Refusal.conflict("it is no longer what the engine wants; " + now);
  }

  @Override
  public void submit(Review approved, int minutes) {
    Review.Answer by = approved.answer().orElseThrow();
    Instant now = time.now();
    log.write(
        new OperatorOverride(
            orderId(approved),
            Optional.of(approved.group()),
            Kind.APPROVAL,
            approved.request().floorWanted().orElseThrow(),
            now,
            now.plus(Duration.ofMinutes(minutes)),
            by.by(),
            by.comment()),
        by.by());
  }
}
