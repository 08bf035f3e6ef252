package dev.kickoff.jobs.cli;

import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.local.Recording;
import dev.kickoff.jobs.local.RunSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which part of a recording is played, to be mixed into a command. */
final class PlayedSpan {
  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Where playing begins; earlier demand is history (default: the first reading).")
  private @Nullable Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Where playing ends (default: the end).")
  private @Nullable Instant to;

  /**
   * The span to be played, from a whole minute on.
   *
   * @param defaultFrom where it begins unless the option says otherwise
   * @throws ExitException when it does not lie within the recording
   */
  RunSettings.Window of(Recording recording, Instant defaultFrom) {
    Instant start = Optional.ofNullable(from).orElse(defaultFrom).truncatedTo(ChronoUnit.MINUTES);
    Instant end = Optional.ofNullable(to).orElse(recording.until());
    if (!start.isBefore(end)
        || start.isBefore(recording.start())
        || end.isAfter(recording.until())) {
      throw new ExitException(
          ExitCode.USAGE,
          "kickoff: --from "
              + start
              + " --to "
              + end
              + " must lie within the demand, which reaches from "
              + recording.start()
              + " to "
              + recording.until());
    }
    return new RunSettings.Window(start, end);
  }
}
