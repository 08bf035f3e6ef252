package dev.kickoff.jobs.api.review;

import dev.kickoff.jobs.api.http.Fields;
import dev.kickoff.model.review.Review;
import java.util.Locale;

/** A review as the API shows it. */
public final class ReviewDocument {
  private ReviewDocument() {}

  /** The review as the contract has it. */
  public static Fields of(Review review) {
    Review.Request asked = review.request();
    return new Fields()
        .with("id", review.id())
        .with("kind", written(review.kind()))
        .with("group", review.group())
        .with("status", written(review.status()))
        .with("digest", review.proposal().digest())
        .with("requestedBy", asked.by())
        .with("requestedAt", asked.at())
        .with("summary", asked.summary())
        .with("floorNow", asked.floorNow())
        .with("floorWanted", asked.floorWanted())
        .with("answeredBy", review.answer().map(Review.Answer::by))
        .with("answeredAt", review.answer().map(Review.Answer::at))
        .with("comment", review.answer().map(Review.Answer::comment));
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
