package dev.kickoff.jobs.offline.backtest.report;

import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.accuracy.Backtest;
import dev.kickoff.model.forecast.accuracy.ForecastScore;
import dev.kickoff.model.forecast.accuracy.Scoreboard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The scoreboards of a backtest, one a service, in the order of the input. */
final class ServiceBoards {
  private static final List<Duration> SCORED =
      List.of(
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofDays(1),
          Duration.ofDays(2),
          Duration.ofDays(7));

  private final Map<Service, Scoreboard> boards = new LinkedHashMap<>();

  ServiceBoards(OfflineTask task) {
    List<Duration> horizons = horizons(task.backtest());
    for (Backtest.Trace trace : task.traces()) {
      boards.put(
          trace.service(),
          new Scoreboard(task.truth(trace), trace.calendar(), task.backtest().from(), horizons));
    }
  }

  private static List<Duration> horizons(Backtest backtest) {
    Duration step = backtest.resolution();
    Duration whole = backtest.horizon();
    List<Duration> horizons = new ArrayList<>();
    for (Duration horizon : SCORED) {
      if (horizon.compareTo(step) >= 0 && horizon.compareTo(whole) < 0) {
        horizons.add(horizon);
      }
    }
    horizons.add(whole);
    return horizons;
  }

  /**
   * @param peers those of other methods for the same cutoff, by name
   */
  void add(DemandForecast forecast, Map<String, DemandForecast> peers) {
    Scoreboard board = boards.get(forecast.service());
    if (board == null) {
      throw new IllegalStateException("no trace of " + forecast.service());
    }
    board.add(forecast, peers);
  }

  Map<Service, ServiceScores> scores() {
    Map<Service, ServiceScores> scores = new LinkedHashMap<>();
    boards.forEach((service, board) -> scores.put(service, ServiceScores.of(board)));
    return scores;
  }

  /** One line for each service and horizon. */
  String summary() {
    StringBuilder text = new StringBuilder();
    boards.forEach(
        (service, board) ->
            board.overall().forEach((ahead, score) -> text.append(line(service, ahead, score))));
    return text.toString();
  }

  private static String line(Service service, Duration ahead, ForecastScore score) {
    return String.format(
        Locale.ROOT,
        "%s %d min: wQL %.4f, %s the seasonal naive, p95 covers %.3f%n",
        service,
        ahead.toMinutes(),
        score.weightedQuantileLoss(),
        score.versusSeasonal().map(r -> String.format(Locale.ROOT, "%.3f of", r)).orElse("without"),
        score.coverage()[2]);
  }
}
