package dev.kickoff.jobs.offline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.accuracy.Backtest;
import dev.kickoff.model.forecast.accuracy.ForecastScore;
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
 * What a backtest leaves in its folder: {@code forecasts.csv} row by row, then {@code scores.json}
 * and {@code report.html}. Equal forecasts give equal bytes.
 */
public final class BacktestFiles implements AutoCloseable {
  private static final List<Duration> SCORED =
      List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(1));

  private final Path folder;
  private final OfflineTask task;
  private final BufferedWriter csv;
  private final ForecastRows rows;
  private final BacktestReport report;
  private final Map<Service, Scoreboard> boards = new LinkedHashMap<>();
  private final Map<String, Integer> methods = new TreeMap<>();

  /** Opens {@code forecasts.csv} in {@code folder}, which is made when it is missing. */
  public BacktestFiles(Path folder, OfflineTask task) {
    this.folder = folder;
    this.task = task;
    this.report = new BacktestReport(task);
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

  /** Writes and scores one forecast. */
  public void write(DemandForecast forecast) {
    try {
      rows.write(forecast);
    } catch (IOException e) {
      throw failed(e);
    }
    methods.merge(forecast.method().method(), 1, Integer::sum);
    scoreboard(forecast.service()).add(forecast);
    report.add(forecast);
  }

  private Scoreboard scoreboard(Service service) {
    Scoreboard board = boards.get(service);
    if (board == null) {
      throw new IllegalStateException("no trace of " + service);
    }
    return board;
  }

  /** Writes {@code scores.json} and {@code report.html}. */
  public void finish() {
    Map<String, Object> services = new LinkedHashMap<>();
    boards.forEach((service, board) -> services.put(service.name(), json(board)));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cutoffs", task.backtest().cutoffs().size());
    json.put("resolution_minutes", task.backtest().resolution().toMillis() / 60_000.0);
    json.put("methods", methods);
    json.put("services", services);
    try {
      Files.write(
          folder.resolve("scores.json"),
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
      Files.write(
          folder.resolve("report.html"),
          report.html(boards, methods).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static Map<String, Object> json(Scoreboard board) {
    Map<String, Object> json = new LinkedHashMap<>();
    board.overall().forEach((h, score) -> json.put(h.toMinutes() + "min_all", json(score)));
    board.aroundEvents().forEach((h, score) -> json.put(h.toMinutes() + "min_events", json(score)));
    return json;
  }

  private static Map<String, Object> json(ForecastScore score) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("n", score.steps());
    json.put("wQL", rounded(score.weightedQuantileLoss()));
    score.scaledError().ifPresent(error -> json.put("MASE", rounded(error)));
    json.put("cov90", rounded(score.coverage()[1]));
    json.put("cov95", rounded(score.coverage()[2]));
    json.put("cov99", rounded(score.coverage()[3]));
    json.put("bias", rounded(score.bias()));
    score.seasonalLoss().ifPresent(loss -> json.put("wQL_seasonal_naive", rounded(loss)));
    score.versusSeasonal().ifPresent(ratio -> json.put("vs_seasonal_naive", rounded(ratio)));
    return json;
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
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
