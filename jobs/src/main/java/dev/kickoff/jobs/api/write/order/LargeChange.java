package dev.kickoff.jobs.api.write.order;

import dev.kickoff.model.audit.Fingerprint;
import dev.kickoff.model.control.preview.Effect;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.review.Review;
import dev.kickoff.model.review.Review.Proposal;
import dev.kickoff.model.review.Review.Request;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A change of orders that is too large for one person.
 *
 * @param group empty for all
 * @param words what is asked for, and why
 * @param orders that would be given, or would end
 */
record LargeChange(
    Review.Kind kind, Optional<String> group, String words, List<OperatorOverride> orders) {
  /** A review whose outcome has moved by more than this share of the floor is another one. */
  private static final double ANOTHER = 0.1;

  private static final int DIGEST_LENGTH = 32;

  LargeChange {
    orders = List.copyOf(orders);
  }

  /** The review that it waits as. */
  static Review review(LargeChange change, List<Effect> effects, OrderOrigin origin, Instant now) {
    Effect largest = largest(effects);
    Request request = request(origin.author(), now, change.words(), largest);
    return new Review(
        origin.id(),
        change.kind(),
        change.group().orElse(Review.EVERY_GROUP),
        Review.Status.PENDING_REVIEW,
        request,
        proposal(change.orders(), largest),
        Optional.empty());
  }

  /** The same unless its outcome is another by now. */
  static Review restated(Review review, List<Effect> effects, Instant now) {
    Effect largest = largest(effects);
    int then = largest.sizes().floorThen();
    int before = review.request().floorWanted().orElse(then);
    if (Math.abs(then - before) <= ANOTHER * Math.max(then, before)) {
      return review;
    }
    String words = review.request().summary().split(" \\(", 2)[0];
    return review.restated(
        request(review.request().by(), now, words, largest),
        proposal(review.proposal().orders(), largest));
  }

  private static Effect largest(List<Effect> effects) {
    return effects.stream()
        .max(Comparator.comparingInt(e -> Math.abs(e.sizes().floorThen() - e.sizes().floorNow())))
        .orElseThrow();
  }

  private static Request request(String by, Instant at, String words, Effect largest) {
    Effect.Sizes sizes = largest.sizes();
    String summary =
        "%s (%s from %d to %d hosts: %s)"
            .formatted(
                words, largest.group(), sizes.floorNow(), sizes.floorThen(), largest.reason());
    return new Request(
        by, at, summary, OptionalInt.of(sizes.floorNow()), OptionalInt.of(sizes.floorThen()));
  }

  private static Proposal proposal(List<OperatorOverride> orders, Effect largest) {
    String digest = Fingerprint.of(List.of(orders, largest.sizes().floorThen()));
    return new Proposal(digest.substring(0, DIGEST_LENGTH), orders, List.of());
  }
}
