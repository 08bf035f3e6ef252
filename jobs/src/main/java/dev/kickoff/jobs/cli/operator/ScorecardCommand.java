package dev.kickoff.jobs.cli.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Requests;
import dev.kickoff.jobs.client.request.Filter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kickoff scorecard}: what acting did, or would have done. */
@Command(
    name = "scorecard",
    description = "Says what acting did, or would have done, beside what the group did without.",
    footer = {
      "",
      "Examples:",
      "  kickoff scorecard web-asg",
      "  kickoff scorecard web-asg --from 2026-06-01T00:00:00Z --to 2026-06-08T00:00:00Z"
    })
public final class ScorecardCommand implements Runnable {
  @Parameters(index = "0", paramLabel = "GROUP", description = "The Auto Scaling group.")
  private String group = "";

  @Option(names = "--from", paramLabel = "TIME", description = "The beginning, in engine time.")
  private @Nullable Instant from;

  @Option(names = "--to", paramLabel = "TIME", description = "The end, exclusive.")
  private @Nullable Instant to;

  @Mixin private Connection connection = new Connection();

  @Override
  public void run() {
    Filter span =
        Filter.none().with("from", Optional.ofNullable(from)).with("to", Optional.ofNullable(to));
    JsonNode card = Requests.ask(() -> connection.client().scorecard(group, span));
    connection
        .out()
        .println(
            connection.isJson()
                ? card.toString()
                : new Outline().addAll(card).text().stripTrailing());
  }
}
