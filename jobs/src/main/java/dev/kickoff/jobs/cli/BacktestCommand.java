package dev.kickoff.jobs.cli;

import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.jobs.offline.BacktestFiles;
import dev.kickoff.jobs.offline.BacktestRun;
import dev.kickoff.jobs.offline.OfflineTask;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff backtest}: forecasts from many cutoffs in the past, and how good they were. */
@Command(
    name = "backtest",
    description = "Forecasts from cutoffs in the past, each knowing only what was known then.",
    footer = {
      "",
      "Writes forecasts.csv, scores.json and report.html to --out. Cutoffs: --from <= t < --to.",
      "",
      "Example:",
      "  kickoff backtest --metrics metrics.csv --calendar calendar.csv --zone Europe/Paris \\",
      "    --from 1998-06-20T00:00:00Z --to 1998-06-26T00:00:00Z --every PT2H \\",
      "    --horizon PT24H --resolution PT5M --out backtest"
    })
public final class BacktestCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private InputOptions input = new InputOptions();
  @Mixin private ForecastOptions options = new ForecastOptions();

  @Option(names = "--from", required = true, paramLabel = "TIME", description = "First cutoff.")
  private Instant from = Instant.EPOCH;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "TIME",
      description = "Cutoffs lie before this.")
  private Instant to = Instant.EPOCH;

  @Option(
      names = "--every",
      required = true,
      paramLabel = "DURATION",
      description = "From one cutoff to the next.")
  private Duration every = Duration.ZERO;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path out = Path.of("");

  @Override
  public void run() {
    if (!to.isAfter(from)) {
      throw new ExitException(
          ExitCode.USAGE, "kickoff: --to " + to + " is not after --from " + from);
    }
    try {
      MetricsRead metrics = input.readMetrics();
      OfflineTask task =
          OfflineTask.of(
              options.asked(new ForecastOptions.When(from, to, every), input),
              metrics,
              new OfflineTask.Told(input.readCalendar(), input.readMasks(metrics)));
      BacktestRun run = new BacktestRun(task);
      try (BacktestFiles files = new BacktestFiles(out, task);
          Progress progress = Progress.of("backtest", run.size())) {
        run.forEach(
            forecast -> {
              files.write(forecast);
              progress.step(1);
            });
        files.finish();
        spec.commandLine().getOut().print(files.summary());
        spec.commandLine().getOut().flush();
      }
    } catch (IllegalArgumentException e) {
      throw new ExitException(ExitCode.USAGE, "kickoff: " + e.getMessage());
    }
  }
}
