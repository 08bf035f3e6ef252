package dev.kickoff.jobs.cli.operator;

import dev.kickoff.jobs.cli.operator.connect.Change;
import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.GroupChoice;
import dev.kickoff.jobs.cli.operator.connect.PreviewText;
import dev.kickoff.jobs.cli.operator.connect.Reason;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import dev.kickoff.jobs.client.Orders;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kickoff resume}: the engine acts again. */
@Command(
    name = "resume",
    description = {
      "Ends every freeze of a group, or of all.",
      "Shows first what happens then. A large difference waits for approval (exit code 3)."
    },
    footer = {
      "",
      "Examples:",
      "  kickoff resume web-asg --reason \"the forecast was right after all\"",
      "  kickoff resume --all --reason \"failover drill is over\" --dry-run"
    })
public final class ResumeCommand implements Callable<Integer> {
  @Mixin private GroupChoice choice = new GroupChoice();
  @Mixin private Reason reason = new Reason();
  @Mixin private WriteOptions write = new WriteOptions();
  @Mixin private Connection connection = new Connection();

  @Override
  public Integer call() {
    Optional<String> group = choice.group();
    Orders orders = connection.client().orders();
    return new Change(connection, write)
        .make(
            () -> orders.previewResume(group, reason.text()),
            () -> orders.resume(group, reason.text()),
            preview ->
                group.orElse("every group")
                    + " is no longer frozen\n"
                    + PreviewText.effects(preview.effects())
                    + "stop again: kickoff freeze "
                    + group.orElse("--all")
                    + " --reason \"...\"");
  }
}
