package dev.kickoff.jobs.cli.offline;

import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.cli.option.InputOptions;
import dev.kickoff.jobs.offline.BasisWords;
import dev.kickoff.jobs.offline.ForecastJson;
import dev.kickoff.jobs.offline.ForecastRows;
import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.jobs.offline.backtest.BacktestOptions;
import dev.kickoff.jobs.offline.backtest.BacktestRun;
import dev.kickoff.model.forecast.DemandForecast;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff forecast}: one forecast, equal to that of a backtest with the same cutoff. */
@Command(
    name = "forecast",
    description = "Forecasts demand from one instant, knowing only what was known then.",
    footer = {
      "",
      "Prints issued_at,target_at,quantile,value to stdout; with several services, service last.",
      "",
      "Example:",
      "  kickoff forecast --metrics metrics.csv --calendar calendar.csv --zone Europe/Paris \\",
      "    --at 1998-06-20T12:00:00Z --horizon PT24H --resolution PT5M"
    })
public final class ForecastCommand implements Runnable {
  /** How results are printed. */
  enum Format {
    CSV,
    JSON
  }

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private InputOptions input = new InputOptions();
  @Mixin private ForecastOptions options = new ForecastOptions();

  @Option(
      names = "--at",
      required = true,
      paramLabel = "TIME",
      description = "The cutoff; the first step starts here.")
  private Instant at = Instant.EPOCH;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description = "csv or json (default: csv).")
  private Format output = Format.CSV;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try {
      MetricsRead metrics = input.readMetrics();
      OfflineTask task =
          OfflineTask.of(
              options.asked(
                  new ForecastOptions.When(at, at.plusMillis(1), Duration.ofMillis(1)), input),
              metrics,
              new OfflineTask.Told(
                  input.readCalendar(), input.readMasks(metrics), input.lineage(metrics)));
      List<DemandForecast> forecasts = new BacktestRun(task, BacktestOptions.bare()).chosen();
      for (DemandForecast forecast : forecasts) {
        err.println(
            forecast.service()
                + ": "
                + forecast.method().method()
                + ", "
                + forecast.method().reason());
        task.quality(forecast.service())
            .ifPresent(
                quality -> {
                  err.println("  demand: " + quality.summary());
                  quality.problems().forEach(problem -> err.println("  " + problem));
                });
        forecast.method().passedOver().forEach(reason -> err.println("  passed over: " + reason));
        forecast.method().basis().map(BasisWords::of).orElse(List.of()).stream()
            .forEach(line -> err.println("  " + line));
      }
      err.flush();
      if (output == Format.JSON) {
        out.println(ForecastJson.of(forecasts));
      } else {
        ForecastRows rows = new ForecastRows(out, task.hasSeveralServices());
        for (DemandForecast forecast : forecasts) {
          rows.write(forecast);
        }
      }
      out.flush();
    } catch (IllegalArgumentException e) {
      throw new ExitException(ExitCode.USAGE, "kickoff: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
