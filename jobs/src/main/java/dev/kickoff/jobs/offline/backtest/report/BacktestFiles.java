package dev.kickoff.jobs.offline.backtest.report;

import dev.kickoff.jobs.offline.ForecastRows;
import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.jobs.offline.backtest.BacktestRun;
import dev.kickoff.jobs.offline.backtest.RunJournal;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backtest leaves in its folder: {@code forecasts.csv} row by row, then {@code scores.json},
 * {@code report.html} and the pages of single events below {@code events}. Equal forecasts give
 * equal bytes.
 */
public final class BacktestFiles implements AutoCloseable {
  private final Path folder;
  private final OfflineTask task;
  private final BufferedWriter csv;
  private final ForecastRows rows;
  private final BacktestReport report;
  private final EventPages events;
  private final ServiceBoards boards;
  private final Map<String, Integer> methods = new TreeMap<>();

  /** Opens {@code forecasts.csv} in {@code folder}, which is made when it is missing. */
  public BacktestFiles(Path folder, OfflineTask task, BacktestRun run) {
    this.folder = folder;
    this.task = task;
    this.report = new BacktestReport(task);
    this.events = new EventPages(task, run.looks());
    this.boards = new ServiceBoards(task);
    try {
      Files.createDirectories(folder);
      csv = Files.newBufferedWriter(folder.resolve("forecasts.csv"));
      rows = new ForecastRows(csv, task.hasSeveralServices());
    } catch (IOException e) {
      throw failed(e);
    }
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
    boards.add(forecast, peers);
    report.add(forecast);
  }

  /** Writes {@code scores.json}, {@code report.html} and the pages of events. */
  void finish() {
    Map<Service, ServiceScores> scores = boards.scores();
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
    return boards.summary();
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
