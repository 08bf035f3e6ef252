package dev.kickoff.jobs.cli.operator.order;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kickoff override}: what an operator orders about hosts. */
@Command(
    name = "override",
    description = "Orders a pin, a floor or a ceiling; lists, ends and undoes orders.",
    subcommands = {
      PinCommand.class,
      FloorCommand.class,
      CeilingCommand.class,
      OverrideListCommand.class,
      OverrideEndCommand.class,
      OverrideUndoCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Example:",
      "  kickoff override floor web-asg 40 --for 2h --reason \"extra time, keep what we have\""
    })
public final class OverrideCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
