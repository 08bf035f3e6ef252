package dev.kickoff.jobs.offline.evaluation;

import dev.kickoff.connectors.ListedSeries;
import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.jobs.offline.backtest.BacktestOptions;
import dev.kickoff.jobs.offline.backtest.BacktestRun;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.accuracy.Backtest;
import dev.kickoff.model.forecast.accuracy.ForecastScore;
import dev.kickoff.model.forecast.accuracy.Scoreboard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Backtests all services of a file by the chosen method and scores each by MASE: the mean absolute
 * error of p50 over that of repeating a day in the history (Hyndman and Koehler, "Another look at
 * measures of forecast accuracy", 2006, with the season as in the M4 competition).
 */
final class PanelEvaluation {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int P95 = 2;

  private final ListedSeries listed;
  private final OfflineTask task;
  private final int threads;

  PanelEvaluation(ListedSeries listed, OfflineTask task, int threads) {
    this.listed = listed;
    this.task = task;
    this.threads = threads;
  }

  /**
   * The result.
   *
   * @throws IllegalArgumentException when none of the services could be scored
   */
  PanelResult run() {
    Map<Service, List<DemandForecast>> chosen = new LinkedHashMap<>();
    BacktestOptions options = new BacktestOptions(List.of(), Optional.of(0), threads);
    for (DemandForecast each : new BacktestRun(task, options).chosen()) {
      chosen.computeIfAbsent(each.service(), service -> new ArrayList<>()).add(each);
    }
    List<PanelResult.Member> members = new ArrayList<>();
    for (Backtest.Trace trace : task.traces()) {
      member(trace, chosen.getOrDefault(trace.service(), List.of())).ifPresent(members::add);
    }
    if (members.isEmpty()) {
      throw new IllegalArgumentException("nothing came after the first cutoff of any service");
    }
    int unscored = task.traces().size() - members.size();
    return new PanelResult(listed, task.backtest().horizon(), members, unscored);
  }

  private Optional<PanelResult.Member> member(Backtest.Trace trace, List<DemandForecast> chosen) {
    DemandSeries truth = task.truth(trace);
    Duration horizon = task.backtest().horizon();
    Instant first = task.backtest().from();
    Scoreboard board = new Scoreboard(truth, trace.calendar(), first, List.of(horizon));
    chosen.forEach(board::add);
    Optional<ForecastScore> score = Optional.ofNullable(board.overall().get(horizon));
    OptionalDouble repeated = repeatedOverOwn(truth, chosen);
    return score
        .filter(each -> each.scaledError().isPresent() && repeated.isPresent())
        .map(
            each ->
                new PanelResult.Member(
                    trace.service().name(),
                    each.scaledError().orElseThrow(),
                    each.scaledError().orElseThrow() * repeated.getAsDouble(),
                    each.coverage()[P95],
                    each.versusSeasonal()));
  }

  /** The absolute error of repeating the last whole day over that of p50, on the same steps. */
  private static OptionalDouble repeatedOverOwn(DemandSeries truth, List<DemandForecast> chosen) {
    double own = 0;
    double repeated = 0;
    for (DemandForecast forecast : chosen) {
      for (ForecastStep step : forecast.steps()) {
        OptionalDouble came = truth.at(step.from());
        OptionalDouble before = truth.at(dayBefore(step.from(), forecast.issuedAt()));
        if (came.isPresent() && before.isPresent()) {
          own += Math.abs(came.getAsDouble() - step.mean().p50());
          repeated += Math.abs(came.getAsDouble() - before.getAsDouble());
        }
      }
    }
    return own > 0 && repeated > 0 ? OptionalDouble.of(repeated / own) : OptionalDouble.empty();
  }

  private static Instant dayBefore(Instant target, Instant cutoff) {
    Instant before = target.minus(DAY);
    while (!before.isBefore(cutoff)) {
      before = before.minus(DAY);
    }
    return before;
  }
}
