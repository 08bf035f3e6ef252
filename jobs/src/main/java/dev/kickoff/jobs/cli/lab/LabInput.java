package dev.kickoff.jobs.cli.lab;

import dev.kickoff.connectors.csv.LoadCurveFile;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.config.lab.LabFile;
import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.model.lab.LoadCurve;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--shape",
      paramLabel = "FILE",
      description = "A load instead of the file's: CSV seconds,rpm; - reads it from stdin.")
  private @Nullable String shape;

  Path config() {
    return config;
  }

  /** The settings of the file, under the load that was given. */
  LabSettings read() {
    return LabFile.read(config, Optional.ofNullable(shape).map(LabInput::load));
  }

  private static LoadCurve load(String shape) {
    return shape.equals("-")
        ? LoadCurveFile.read(System.in, "stdin")
        : LoadCurveFile.read(Path.of(shape));
  }

  int checkedDraws(int draws) {
    if (draws < 0 || draws > MOST_DRAWS) {
      throw new ExitException(
          ExitCode.USAGE, "kickoff: --draws " + draws + " is not within 0 to " + MOST_DRAWS);
    }
    return draws;
  }
}
