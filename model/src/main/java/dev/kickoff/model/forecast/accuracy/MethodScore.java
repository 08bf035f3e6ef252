package dev.kickoff.model.forecast.accuracy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How good one method was over some steps of one service, beside Kickoff on the very same steps.
 *
 * @param method its name; {@link #KICKOFF} for the forecast that was chosen
 * @param steps how many steps were scored: those of which the truth and the method's word are known
 * @param coverage share of actuals at or below p90, p95 and p99, in this order
 * @param skill {@code 1 - loss / loss} of the better seasonal naive, over the steps both know;
 *     empty where neither seasonal naive knows nine tenths of the steps
 * @param kickoffRatio Kickoff's loss over the method's, on the same steps; above 1 Kickoff loses;
 *     empty for Kickoff itself and where the method lost nothing
 */
public record MethodScore(
    String method,
    Cell cell,
    int steps,
    Accuracy accuracy,
    List<Interval> coverage,
    Optional<Double> skill,
    Optional<Interval> kickoffRatio) {

  /** The name of the forecast that was chosen. */
  public static final String KICKOFF = "kickoff";

  public MethodScore {
    coverage = List.copyOf(coverage);
  }

  /** Whether Kickoff's loss is the higher one. */
  public boolean kickoffLoses() {
    return kickoffRatio.filter(ratio -> ratio.value() > 1).isPresent();
  }

  /** Whether Kickoff's loss is the higher one at the lower end of the interval, too. */
  public boolean kickoffLosesClearly() {
    return kickoffRatio.filter(ratio -> ratio.low() > 1).isPresent();
  }

  /**
   * Which steps.
   *
   * @param within those that start less than this after their cutoff
   */
  public record Cell(Duration within, Where where) {}

  /**
   * The loss and its kin, as in {@link ForecastScore}.
   *
   * @param scaledError empty without one-day differences before the first cutoff
   */
  public record Accuracy(double weightedQuantileLoss, Optional<Double> scaledError, double bias) {}
}
