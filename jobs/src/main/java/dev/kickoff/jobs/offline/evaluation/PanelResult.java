package dev.kickoff.jobs.offline.evaluation;

import dev.kickoff.connectors.ListedSeries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How good Kickoff was on a file of many series, as a mean over them.
 *
 * @param within how far ahead was scored
 * @param members at least one
 * @param unscored how many series had no truth to score on, or no scale
 */
record PanelResult(ListedSeries listed, Duration within, List<Member> members, int unscored) {
  PanelResult {
    members = List.copyOf(members);
  }

  /**
   * One of the series.
   *
   * @param scaledError MASE: mean absolute error of p50 over the mean absolute one-day difference
   *     before the first cutoff
   * @param repeated MASE of repeating the last whole day before the cutoff
   * @param p95 share of demand at or below p95
   * @param versusSeasonal wQL over that of the better seasonal naive with quantiles
   */
  record Member(
      String service,
      double scaledError,
      double repeated,
      double p95,
      Optional<Double> versusSeasonal) {
    /** Kickoff's error over that of repeating a day. */
    double ratio() {
      return scaledError / repeated;
    }
  }

  String name() {
    return listed.name();
  }

  double mean(ToDoubleFunction<Member> of) {
    return members.stream().mapToDouble(of).average().orElseThrow();
  }

  /** The mean MASE over that of repeating a day. */
  double ratio() {
    return mean(Member::scaledError) / mean(Member::repeated);
  }
}
