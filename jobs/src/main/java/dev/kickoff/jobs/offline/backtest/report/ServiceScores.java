package dev.kickoff.jobs.offline.backtest.report;

import dev.kickoff.model.forecast.accuracy.ForecastScore;
import dev.kickoff.model.forecast.accuracy.MethodScore;
import dev.kickoff.model.forecast.accuracy.Reliability;
import dev.kickoff.model.forecast.accuracy.Scoreboard;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All that a scoreboard says of one service, reckoned once. */
record ServiceScores(
    Map<Duration, ForecastScore> overall,
    Map<Duration, ForecastScore> aroundEvents,
    List<MethodScore> byMethod,
    List<Reliability> reliability) {

  static ServiceScores of(Scoreboard board) {
    return new ServiceScores(
        board.overall(), board.aroundEvents(), board.byMethod(), board.reliability());
  }

  /** The scores of the methods that lost less than Kickoff, the worst for Kickoff first. */
  List<MethodScore> losses() {
    Comparator<MethodScore> byRatio =
        Comparator.comparing(score -> score.kickoffRatio().orElseThrow().value());
    return byMethod.stream().filter(MethodScore::kickoffLoses).sorted(byRatio.reversed()).toList();
  }
}
