package dev.kickoff.model.forecast.accuracy;

import java.util.Optional;

/**
 * How good the forecasts of one service were, over some of their steps.
 *
 * @param steps how many steps were scored; those where the truth is a gap are not
 * @param weightedQuantileLoss mean over the quantile levels q of {@code 2 * sum(pinball_q) /
 *     sum(|actual|)}
 * @param scaledError {@code mean|actual - p50|} over the mean absolute one-day difference before
 *     the first cutoff (MASE); empty without such differences
 * @param coverage share of actuals at or below each quantile, in the order of the levels
 * @param bias {@code sum(p50 - actual) / sum(|actual|)}
 * @param seasonalLoss the weighted quantile loss of the better seasonal naive on the same steps;
 *     empty where neither knows nine tenths of them
 */
public record ForecastScore(
    int steps,
    double weightedQuantileLoss,
    Optional<Double> scaledError,
    double[] coverage,
    double bias,
    Optional<Double> seasonalLoss) {

  /** Loss over that of the better seasonal naive; below one is better than it. */
  public Optional<Double> versusSeasonal() {
    return seasonalLoss.filter(loss -> loss > 0).map(loss -> weightedQuantileLoss / loss);
  }
}
