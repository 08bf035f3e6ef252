package dev.kickoff.jobs.cli.operator.review;

import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Requests;
import dev.kickoff.jobs.client.document.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kickoff approve show}: one change that waits or was answered. */
@Command(
    name = "show",
    description = "Shows one change that waits for a person or was answered.",
    footer = {"", "Example:", "  kickoff approve show r-12"})
final class ReviewShowCommand implements Runnable {
  @Parameters(index = "0", paramLabel = "ID", description = "As `approve list` shows it.")
  private String id = "";

  @Mixin private Connection connection = new Connection();

  @Override
  public void run() {
    Review review = Requests.ask(() -> connection.client().reviews().get(id));
    connection
        .out()
        .println(
            connection.isJson()
                ? review.json().toString()
                : ReviewText.of(review, connection.times()));
  }
}
