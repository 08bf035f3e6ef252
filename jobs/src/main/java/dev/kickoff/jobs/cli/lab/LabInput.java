package dev.kickoff.jobs.cli.lab;

import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.config.lab.LabFile;
import dev.kickoff.jobs.config.lab.LabSettings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a lab command works on, to be mixed into it. */
final class LabInput {
  private static final int MOST_DRAWS = 10_000;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "Load, host, group and policies: YAML.")
  private Path config = Path.of("");

  Path config() {
    return config;
  }

  /** The settings of the file. */
  LabSettings read() {
    return LabFile.read(config, Optional.empty());
  }

  int checkedDraws(int draws) {
    if (draws < 0 || draws > MOST_DRAWS) {
      throw new ExitException(
          ExitCode.USAGE, "kickoff: --draws " + draws + " is not within 0 to " + MOST_DRAWS);
    }
    return draws;
  }
}
