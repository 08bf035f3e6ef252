package dev.kickoff.jobs.cli.offline;

import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.cli.option.InputOptions;
import dev.kickoff.jobs.cli.option.Progress;
import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.jobs.offline.backtest.BacktestOptions;
import dev.kickoff.jobs.offline.backtest.BacktestRun;
import dev.kickoff.jobs.offline.backtest.RunIdentity;
import dev.kickoff.jobs.offline.backtest.RunJournal;
import dev.kickoff.jobs.offline.backtest.report.BacktestFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
      "Writes forecasts.csv, scores.json, report.html and events/*.html to --out.",
      "Cutoffs: --from <= t < --to. A run that was killed goes on with --resume.",
      "",
      "Example:",
      "  kickoff backtest --metrics metrics.csv --calendar calendar.csv --zone Europe/Paris \\",
      "    --from 1998-06-20T00:00:00Z --to 1998-06-26T00:00:00Z --every PT2H \\",
      "    --horizon PT24H --resolution PT5M --peers all --out backtest"
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

  @Option(
      names = "--peers",
      paramLabel = "NAME",
      split = ",",
      description =
          "Methods to compare with, each by itself: names, or all; takes their time (default:"
              + " only the plain ones, which repeat the last value, a day or a week).")
  private List<String> peers = List.of();

  @Option(
      names = "--event-pages",
      paramLabel = "N",
      description =
          "Pages of single events, evenly over the span (default: up to 60, as many as add a"
              + " quarter to the time).")
  private @Nullable Integer eventPages;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "Threads; results are the same with any number (default: the processors).")
  private int parallel = Runtime.getRuntime().availableProcessors();

  @Option(names = "--resume", description = "Continue the run in --out that was killed.")
  private boolean resume;

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
              new OfflineTask.Told(
                  input.readCalendar(), input.readMasks(metrics), input.lineage(metrics)));
      BacktestOptions extras =
          new BacktestOptions(peers, Optional.ofNullable(eventPages), parallel);
      BacktestRun run = new BacktestRun(task, extras);
      try (RunJournal journal = journal(RunIdentity.of(task, extras));
          BacktestFiles files = new BacktestFiles(out, task, run);
          Progress progress = Progress.of("backtest", run.size())) {
        files.writeAll(run, journal, progress::step);
        spec.commandLine().getOut().print(files.summary());
        spec.commandLine().getOut().flush();
      }
    } catch (IllegalArgumentException e) {
      throw new ExitException(ExitCode.USAGE, "kickoff: " + e.getMessage());
    }
  }

  private RunJournal journal(Map<String, String> identity) {
    if (!resume) {
      return RunJournal.fresh(out, identity);
    }
    RunJournal journal = RunJournal.resumed(out, identity);
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        journal.found() == 0
            ? "kickoff: nothing to continue in " + out + ", starting from the first cutoff"
            : "kickoff: continuing after " + journal.found() + " stretches of cutoffs");
    err.flush();
    return journal;
  }
}
