package dev.kickoff.jobs.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code kickoff} itself: the options that every command has, and which there are. */
@Command(
    name = "kickoff",
    description = "Forecasts demand and has the capacity standing before the whistle.",
    versionProvider = KickoffCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 ok, 1 internal, 2 usage or configuration, 3 refused by a",
      "guardrail, 4 not authorised, 5 an outside system failed, 99 a quality",
      "gate was missed."
    })
final class KickoffCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show where an error came from.")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show the version.")
  private boolean version;

  /** Whether the person asked for stack traces. */
  boolean isVerbose() {
    return verbose;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** Whether {@code --verbose} was given to {@code command} or to one above it. */
  static boolean isVerbose(CommandLine command) {
    CommandLine top = command;
    while (top.getParent() != null) {
      top = top.getParent();
    }
    return top.getCommand() instanceof KickoffCommand kickoff && kickoff.isVerbose();
  }

  /** The version of this build, from the manifest of its jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version =
          Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
              .orElse("development build");
      return new String[] {
        "kickoff " + version, "Java " + Runtime.version() + ", " + System.getProperty("os.arch")
      };
    }
  }
}
