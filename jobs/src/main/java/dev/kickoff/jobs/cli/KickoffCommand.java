package dev.kickoff.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code kickoff} itself: it only says which others there are. */
@Command(
    name = "kickoff",
    description = "Forecasts demand and has the capacity standing before the whistle.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 ok, 1 internal, 2 usage or configuration, 3 refused by a guardrail,",
      "4 not authorised, 5 an outside system failed, 99 a quality gate was missed."
    })
final class KickoffCommand implements Runnable {
  @Mixin final GlobalOptions options = new GlobalOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
