package dev.kickoff.jobs.offline.evaluation;

import dev.kickoff.connectors.ListedSeries;
import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.jobs.offline.backtest.BacktestOptions;
import dev.kickoff.jobs.offline.backtest.BacktestRun;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.accuracy.Backtest;
import dev.kickoff.model.forecast.accuracy.ForecastScore;
import dev.kickoff.model.forecast.accuracy.Interval;
import dev.kickoff.model.forecast.accuracy.MethodScore;
import dev.kickoff.model.forecast.accuracy.Scoreboard;
import dev.kickoff.model.forecast.accuracy.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Backtests one series by the chosen method and by the model without events, and scores both. */
final class SeriesEvaluation {
  private static final double LEAST_KNOWN = 0.9;

  private final ListedSeries listed;
  private final OfflineTask task;
  private final BacktestOptions options;
  private final List<String> notes = new ArrayList<>();

  SeriesEvaluation(ListedSeries listed, OfflineTask task, int threads) {
    this.listed = listed;
    this.task = task;
    this.options = new BacktestOptions(List.of(), Optional.of(0), threads);
  }

  /** Scores, and an event that can be drawn. */
  record Outcome(SeriesResult result, Optional<EventExample> example) {}

  Outcome run() {
    List<DemandForecast> chosen = new BacktestRun(task, options).chosen();
    Map<Instant, DemandForecast> plain = withoutEvents();
    Backtest.Trace trace = task.traces().get(0);
    Scoreboard board =
        new Scoreboard(
            task.truth(trace), trace.calendar(), task.backtest().from(), listed.horizons());
    for (DemandForecast forecast : chosen) {
      DemandForecast other = plain.get(forecast.issuedAt());
      board.add(forecast, other == null ? Map.of() : Map.of(SeriesResult.STRUCTURAL, other));
    }
    SeriesResult result = new SeriesResult(listed, chosen.size(), cells(board), notes);
    return new Outcome(result, EventExample.of(listed.name(), task, chosen, plain));
  }

  private Map<Instant, DemandForecast> withoutEvents() {
    OfflineTask other =
        new OfflineTask(
            task.traces(), task.backtest(), task.zone(), Optional.of(SeriesResult.STRUCTURAL));
    Map<Instant, DemandForecast> plain = new LinkedHashMap<>();
    try {
      new BacktestRun(other, options)
          .chosen()
          .forEach(forecast -> plain.put(forecast.issuedAt(), forecast));
    } catch (IllegalArgumentException e) {
      notes.add(SeriesResult.STRUCTURAL + " could not be compared: " + e.getMessage());
    }
    return plain;
  }

  private static List<SeriesResult.Cell> cells(Scoreboard board) {
    List<MethodScore> scores = board.byMethod();
    List<SeriesResult.Cell> cells = new ArrayList<>();
    for (Where where : List.of(Where.ALL, Where.EVENTS)) {
      Map<Duration, ForecastScore> seasonal =
          where == Where.ALL ? board.overall() : board.aroundEvents();
      for (MethodScore own : scores) {
        if (own.method().equals(MethodScore.KICKOFF) && own.cell().where() == where) {
          Optional<Double> ratio =
              Optional.ofNullable(seasonal.get(own.cell().within()))
                  .flatMap(ForecastScore::versusSeasonal);
          cells.add(new SeriesResult.Cell(own, ratio, ratios(own, scores)));
        }
      }
    }
    return cells;
  }

  private static Map<String, Interval> ratios(MethodScore own, List<MethodScore> scores) {
    Map<String, Interval> ratios = new LinkedHashMap<>();
    for (MethodScore score : scores) {
      if (score.cell().equals(own.cell()) && score.steps() >= LEAST_KNOWN * own.steps()) {
        score.kickoffRatio().ifPresent(ratio -> ratios.put(score.method(), ratio));
      }
    }
    return ratios;
  }
}
