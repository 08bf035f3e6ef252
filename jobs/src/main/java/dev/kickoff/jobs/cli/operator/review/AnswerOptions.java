package dev.kickoff.jobs.cli.operator.review;

import dev.kickoff.jobs.client.document.Review;
import dev.kickoff.jobs.client.request.Answer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of an answer. */
final class AnswerOptions {
  @Option(
      names = {"-c", "--comment"},
      required = true,
      paramLabel = "WHY",
      description = "Why, 3 to 500 characters.")
  private String comment;

  @Option(
      names = "--digest",
      paramLabel = "DIGEST",
      description = "Only what has this digest (default: as it is shown now).")
  private @Nullable String digest;

  @Option(
      names = "--holds",
      paramLabel = "LENGTH",
      description = "How long an approval holds, at most 24h (default: 4h).")
  private @Nullable Duration holds;

  AnswerOptions() {
    this("");
  }

  AnswerOptions(String comment) {
    this.comment = comment;
  }

  /** The answer to what was read, or to the digest that was named. */
  Answer to(Review review) {
    String meant = Optional.ofNullable(digest).orElse(review.digest());
    return new Answer(meant, comment, Optional.ofNullable(holds));
  }
}
