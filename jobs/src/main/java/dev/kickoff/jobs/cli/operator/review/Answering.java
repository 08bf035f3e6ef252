package dev.kickoff.jobs.cli.operator.review;

import dev.kickoff.jobs.cli.operator.connect.Change;
import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Plain;
import dev.kickoff.jobs.cli.operator.connect.Requests;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import dev.kickoff.jobs.client.Reviews;
import dev.kickoff.jobs.client.document.Outcome;
import dev.kickoff.jobs.client.document.Review;
import java.util.function.Function;
import java.util.function.Supplier;

/** How what waits is answered: it is read, shown, and then answered with the digest it had. */
final class Answering {
  private final Connection connection;
  private final WriteOptions write;

  Answering(Connection connection, WriteOptions write) {
    this.connection = connection;
    this.write = write;
  }

  int accept(String id, AnswerOptions options) {
    Reviews reviews = connection.client().reviews();
    Review review = Requests.ask(() -> reviews.get(id));
    return make(
        review,
        () -> reviews.approve(id, options.to(review)),
        answered ->
            "approved: "
                + Plain.text(answered.request().summary())
                + "\nit is gone about step by step; to stop it: kickoff freeze "
                + Plain.text(answered.group())
                + " --reason \"...\"");
  }

  int reject(String id, AnswerOptions options) {
    Reviews reviews = connection.client().reviews();
    Review review = Requests.ask(() -> reviews.get(id));
    return make(
        review,
        () -> reviews.reject(id, options.to(review)),
        answered ->
            "rejected: "
                + Plain.text(answered.request().summary())
                + "\nnothing was changed; whoever wants it asks again");
  }

  private int make(Review review, Supplier<Review> request, Function<Review, String> told) {
    Change.Shown shown =
        new Change.Shown(
            review::json, json -> ReviewText.of(Review.of(json), connection.times()) + "\n");
    return new Change(connection, write)
        .make(
            shown,
            () -> {
              Review answered = request.get();
              return Outcome.done(answered, answered.json());
            },
            told);
  }
}
