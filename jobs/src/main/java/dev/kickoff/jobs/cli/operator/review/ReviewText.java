package dev.kickoff.jobs.cli.operator.review;

import dev.kickoff.jobs.cli.operator.connect.Plain;
import dev.kickoff.jobs.cli.operator.connect.Times;
import dev.kickoff.jobs.client.document.Review;

/** A change that waits, for a person. */
final class ReviewText {
  private ReviewText() {}

  /** Without a line break at the end. */
  static String of(Review review, Times times) {
    Review.Request request = review.request();
    StringBuilder text = new StringBuilder();
    text.append(Plain.text(review.id())).append(" (").append(Plain.text(review.kind()));
    text.append(" of ").append(Plain.text(review.group())).append("): ");
    text.append(Plain.text(request.summary())).append('\n');
    text.append("floor ").append(Plain.of(request.floorNow())).append(" -> ");
    text.append(Plain.of(request.floorWanted())).append(" hosts, asked for by ");
    text.append(Plain.text(request.by())).append(" at ").append(times.both(request.at()));
    text.append("\n").append(Plain.text(review.status())).append(", digest ");
    text.append(Plain.text(review.digest()));
    review
        .answer()
        .ifPresent(
            answer ->
                text.append("\nanswered by ")
                    .append(Plain.text(answer.by()))
                    .append(" at ")
                    .append(times.both(answer.at()))
                    .append(answer.comment().map(c -> ": " + Plain.text(c)).orElse("")));
    return text.toString();
  }
}
