package dev.kickoff.jobs.api.write.order;

import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.review.Submission;
import dev.kickoff.jobs.api.write.Effects;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.review.Review;

/** Gives an order that waited for a second person. */
final class OrderSubmission implements Submission {
  private final OverrideDesk desk;
  private final Effects effects;

  OrderSubmission(OverrideDesk desk, Effects effects) {
    this.desk = desk;
    this.effects = effects;
  }

  @Override
  public Review restated(Review review) {
    OperatorOverride order = order(review);
    if (!order.until().isAfter(desk.now())) {
      throw Refusal.conflict("the order would have ended at " + order.until());
    }
    return LargeChange.restated(
        review, effects.ordering(order.group(), book -> book.with(order)), desk.now());
  }

  @Override
  public void submit(Review approved, int minutes) {
    desk.give(order(approved));
  }

  private static OperatorOverride order(Review review) {
    return review.proposal().orders().get(0);
  }
}
