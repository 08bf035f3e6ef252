package dev.kickoff.jobs.offline.backtest;

import dev.kickoff.jobs.offline.ForecastRows;
import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.accuracy.Backtest;
import dev.kickoff.model.forecast.accuracy.Scoreboard;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backtest leaves in its folder: {@code forecasts.csv} row by row, then {@code scores.json},
 * {@code report.html} and the pages of single events below {@code events}. Equal forecasts give
 * equal bytes.
 */
public final class BacktestFiles implements AutoCloseable {
  private static final List<Duration> SCORED =
      List.of(
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofDays(1),
          Duration.ofDays(2),
          Duration.ofDays(7));

  private final Path folder;
  private final OfflineTask task;
  private final BufferedWriter csv;
  private final ForecastRows rows;
  private final BacktestReport report;
  private final EventPages events;
  private final Map<Service, Scoreboard> boards = new LinkedHashMap<>();
  private final Map<String, Integer> methods = new TreeMap<>();

  /** Opens {@code forecasts.csv} in {@code folder}, which is made when it is missing. */
  public BacktestFiles(Path folder, OfflineTask task, BacktestRun run) {
    this.folder = folder;
    this.task = task;
    this.report = new BacktestReport(task);
    this.events = new EventPages(task, run.looks());
    for (Backtest.Trace trace : task.traces()) {
      boards.put(
          trace.service(),
          new Scoreboard(task.truth(trace), trace.calendar(), task.backtest().from(), horizons()));
    }
    try {
      Files.createDirectories(folder);
      csv = Files.newBufferedWriter(folder.resolve("forecasts.csv"));
      rows = new ForecastRows(csv, task.hasSeveralServices());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private List<Duration> horizons() {
    Duration step = task.backtest().resolution();
    Duration whole = task.backtest().horizon();
    List<Duration> horizons = new ArrayList<>();
    for (Duration horizon : SCORED) {
      if (horizon.compareTo(step) >= 0 && horizon.compareTo(whole) < 0) {
        horizons.add(horizon);
      }
    }
    horizons.add(whole);
    return horizons;
  }

  /** Writes and scores the forecasts of one stretch, by cutoff, then service. */
  void take(List<BacktestRun.Done> stretch) {
    int cutoffs = stretch.get(0).unit().cutoffs().size();
    for (int c = 0; c < cutoffs; c++) {
      for (BacktestRun.Done done : stretch) {
        take(done.result().chosen().get(c), done.result().peers().get(c));
      }
    }
    for (BacktestRun.Done done : stretch) {
      for (int i = 0; i < done.unit().looks().size(); i++) {
        events.add(done.unit().looks().get(i), done.result().looks().get(i));
      }
    }
  }

  private void take(DemandForecast forecast, Map<String, DemandForecast> peers) {
    try {
      rows.write(forecast);
    } catch (IOException e) {
      throw failed(e);
    }
    methods.merge(forecast.method().method(), 1, Integer::sum);
    Scoreboard board = boards.get(forecast.service());
    if (board == null) {
      throw new IllegalStateException("no trace of " + forecast.service());
    }
    board.add(forecast, peers);
    report.add(forecast);
  }

  /** Writes {@code scores.json}, {@code report.html} and the pages of events. */
  void finish() {
    Map<Service, ServiceScores> scores = new LinkedHashMap<>();
    boards.forEach((service, board) -> scores.put(service, ServiceScores.of(board)));
    try {
      csv.flush();
      Files.write(folder.resolve("scores.json"), ScoresJson.of(task, methods, scores));
      events.write(folder);
      Files.write(
          folder.resolve("report.html"),
          report.html(scores, methods, events.links()).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Does the run, enters it in the journal, and writes everything. */
  public void writeAll(BacktestRun run, RunJournal journal, Progressing progress) {
    run.forEach(
        journal,
        stretch -> {
          take(stretch);
          stretch.forEach(done -> progress.step(done.unit().size()));
        });
    finish();
    journal.finish();
  }

  /** Told how many more forecasts are done. */
  @FunctionalInterface
  public interface Progressing {
    /** So many more. */
    void step(long forecasts);
  }

  /** One line for each service and horizon. */
  public String summary() {
    StringBuilder text = new StringBuilder();
    boards.forEach(
        (service, board) ->
            board
                .overall()
                .forEach(
                    (horizon, score) ->
                        text.append(
                            String.format(
                                Locale.ROOT,
                                "%s %d min: wQL %.4f, %s the seasonal naive, p95 covers %.3f%n",
                                service,
                                horizon.toMinutes(),
                                score.weightedQuantileLoss(),
                                score
                                    .versusSeasonal()
                                    .map(r -> String.format(Locale.ROOT, "%.3f of", r))
                                    .orElse("without"),
                                score.coverage()[2]))));
    return text.toString();
  }

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException("cannot write to " + folder, e);
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
