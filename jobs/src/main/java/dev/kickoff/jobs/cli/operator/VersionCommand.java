package dev.kickoff.jobs.cli.operator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kickoff version}: which build this is. */
@Command(
    name = "version",
    description = "Prints the version of this program.",
    footer = {"", "Example:", "  kickoff version"})
public final class VersionCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.root().commandLine().printVersionHelp(spec.commandLine().getOut());
  }
}
