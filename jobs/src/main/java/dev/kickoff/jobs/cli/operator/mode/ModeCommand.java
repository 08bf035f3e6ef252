package dev.kickoff.jobs.cli.operator.mode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kickoff mode}: whether decisions about a group reach it. */
@Command(
    name = "mode",
    description = "Makes a group forecast only, or lets its configuration decide again.",
    subcommands = {ForecastOnlyCommand.class, AsConfiguredCommand.class},
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Example:",
      "  kickoff mode forecast-only web-asg --reason \"watching it first\""
    })
public final class ModeCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
