package dev.kickoff.jobs.cli.operator.review;

import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Plain;
import dev.kickoff.jobs.cli.operator.connect.Requests;
import dev.kickoff.jobs.cli.operator.connect.Table;
import dev.kickoff.jobs.client.Pages.Page;
import dev.kickoff.jobs.client.document.Review;
import dev.kickoff.jobs.client.request.Filter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kickoff approve list}: what waits for a person. */
@Command(
    name = "list",
    description = "Lists what waits for a person; --all also what was answered.",
    footer = {"", "Example:", "  kickoff approve list"})
final class ReviewListCommand implements Runnable {
  @Option(names = "--all", description = "Also what was answered.")
  private boolean all;

  @Mixin private Connection connection = new Connection();

  @Override
  public void run() {
    Filter filter =
        Filter.none().with("status", all ? Optional.empty() : Optional.of("pending_review"));
    Page<Review> page = Requests.ask(() -> connection.client().reviews().list(filter).first());
    connection.out().println(connection.isJson() ? page.json().toString() : text(page));
  }

  private String text(Page<Review> page) {
    Table table = new Table("ID", "STATUS", "GROUP", "FLOOR", "BY", "AT", "WHAT");
    for (Review review : page.items()) {
      Review.Request request = review.request();
      table.row(
          review.id(),
          review.status(),
          review.group(),
          Plain.of(request.floorNow()) + " -> " + Plain.of(request.floorWanted()),
          request.by(),
          connection.times().both(request.at()),
          request.summary());
    }
    return table.isEmpty() ? "nothing waits for a person" : table.text().stripTrailing();
  }
}
