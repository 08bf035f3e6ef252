package dev.kickoff.jobs.cli.operator;

import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Requests;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.client.KickoffClient;
import dev.kickoff.jobs.client.document.Decision;
import dev.kickoff.jobs.client.request.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kickoff explain}: why something was decided. */
@Command(
    name = "explain",
    description = {
      "Says why something was decided, or why nothing was changed.",
      "What was wanted, what each guardrail made of it, and what it was made of. Without a number"
          + " it",
      "explains the newest decision, without a group that of any."
    },
    footer = {
      "",
      "Examples:",
      "  kickoff explain",
      "  kickoff explain web-asg",
      "  kickoff explain web-asg 4711 --all",
      "  kickoff explain web-asg latest -o json"
    })
public final class ExplainCommand implements Runnable {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "GROUP",
      description = "The Auto Scaling group.")
  private @Nullable String group;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SEQUENCE",
      defaultValue = "latest",
      description = "The decision's number, or latest (default: latest).")
  private String sequence = "latest";

  @Option(names = "--all", description = "Also guardrails that changed nothing.")
  private boolean all;

  @Mixin private Connection connection = new Connection();

  @Override
  public void run() {
    KickoffClient client = connection.client();
    Decision decision = Requests.ask(() -> explained(client));
    connection
        .out()
        .println(
            connection.isJson()
                ? decision.json().toString()
                : ExplanationText.of(decision, connection.times(), all));
  }

  private Decision explained(KickoffClient client) {
    if (group != null) {
      return client.explain(group, sequence);
    }
    List<Decision> newest = client.decisions(Filter.none().with("limit", 1)).first().items();
    if (newest.isEmpty()) {
      throw new ExitException(ExitCode.USAGE, "kickoff: nothing has been decided yet");
    }
    Decision last = newest.get(0);
    return client.explain(last.group(), Long.toString(last.sequence()));
  }
}
