package dev.kickoff.jobs.cli.offline;

import dev.kickoff.jobs.cli.option.InputOptions;
import dev.kickoff.jobs.offline.OfflineTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of what to forecast, to be mixed into a command. */
public final class ForecastOptions {
  @Option(
      names = "--horizon",
      required = true,
      paramLabel = "DURATION",
      description = "How far ahead: PT24H, 24h, P2D.")
  private Duration horizon = Duration.ZERO;

  @Option(
      names = "--resolution",
      paramLabel = "DURATION",
      description = "Length of a step; averages the samples, or adds counts (default: theirs).")
  private @Nullable Duration resolution;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description =
          "Use one method only: selection, event-ridge, structural, weekly-profile,"
              + " seasonal-naive-week, seasonal-naive-day, last-value"
              + " (default: the first that can be used).")
  private @Nullable String method;

  /** Joined with when to forecast and with the input options. */
  OfflineTask.Asked asked(When when, InputOptions input) {
    return new OfflineTask.Asked(
        when.from(),
        when.until(),
        when.every(),
        horizon,
        Optional.ofNullable(resolution),
        Optional.ofNullable(method),
        input.zone(),
        input.unit());
  }

  /** The cutoffs: from {@code from} on, before {@code until}. */
  record When(Instant from, Instant until, Duration every) {}
}
