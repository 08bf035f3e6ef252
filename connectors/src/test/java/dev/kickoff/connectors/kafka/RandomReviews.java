package dev.kickoff.connectors.kafka;

import dev.kickoff.model.review.Review;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Seeded random reviews, waiting and approved. */
final class RandomReviews {
  private RandomReviews() {}

  static Review of(RandomRecords random, long seed) {
    Review.Kind[] kinds = Review.Kind.values();
    Review asked =
        new Review(
            random.word(),
            kinds[(int) (seed % kinds.length)],
            random.word(),
            Review.Status.PENDING_REVIEW,
            new Review.Request(
                random.word(),
                random.instant(),
                random.word(),
                OptionalInt.of((int) (seed % 9)),
                OptionalInt.empty()),
            new Review.Proposal(
                random.word() + "-digest", List.of(random.override()), List.of(random.event())),
            Optional.empty());
    Review.Answer answer = new Review.Answer("somebody else", random.instant(), random.word());
    return seed % 2 == 0 ? asked : asked.approved(answer);
  }
}
