package dev.kickoff.model.forecast.method;

import dev.kickoff.model.forecast.track.LocalClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is known of the errors in one horizon bucket: the weights of the readings, the usual size of
 * an error, and the conformal offsets in and out of event windows.
 *
 * @param weights see {@link LevelRule}
 * @param quiet offsets of the step's mean outside event windows, for each quantile level
 * @param quietPeak the same of its highest minute
 * @param event offsets of the step's mean within event windows
 * @param eventPeak the same of its highest minute
 */
record Calibration(
    double[] weights,
    Spread spread,
    double[] quiet,
    double[] quietPeak,
    double[] event,
    double[] eventPeak) {

  private static final double[] UNTESTED = {0, 1, 1.5, 2.5};
  private static final double UNTESTED_SPREAD = 0.4;
  private static final int LEAST_SCORES = 40;

  /** The offsets of a step. */
  double[] offsets(boolean inEvent, boolean ofPeak) {
    if (inEvent) {
      return ofPeak ? eventPeak : event;
    }
    return ofPeak ? quietPeak : quiet;
  }

  /** One calibration for each bucket, from the examples of each. */
  static List<Calibration> of(List<List<Example>> buckets, LevelRule rule, LocalClock clock) {
    List<Scores> scores = new ArrayList<>();
    for (List<Example> examples : buckets) {
      scores.add(Scores.of(examples, rule, clock));
    }
    List<Calibration> calibrations = new ArrayList<>();
    for (Scores own : scores) {
      double[][] offsets = new double[4][];
      for (int i = 0; i < offsets.length; i++) {
        offsets[i] = offsets(own, i >= 2, i % 2 == 1, scores);
      }
      calibrations.add(
          new Calibration(
              own.weights(), own.spread(), offsets[0], offsets[1], offsets[2], offsets[3]));
    }
    return calibrations;
  }

  /**
   * Of the bucket's own pool; where it is small, of the event pools of all buckets, then of both.
   */
  private static double[] offsets(Scores own, boolean event, boolean peak, List<Scores> all) {
    Pool pool = new Pool(own.scores(event, peak));
    double days = all.stream().mapToDouble(Scores::days).max().orElse(1);
    if (pool.size() < LEAST_SCORES && event) {
      pool = pooled(all, true, peak);
    }
    if (pool.size() < LEAST_SCORES) {
      pool = pool.with(new Pool(own.scores(!event, peak)));
    }
    if (pool.size() < LEAST_SCORES) {
      pool = pooled(all, false, peak).with(pooled(all, true, peak));
    }
    return pool.size() >= LEAST_SCORES / 4 ? pool.offsets(days) : UNTESTED.clone();
  }

  /** The scale of errors where nothing could be rehearsed. */
  static Spread untested(LocalClock clock) {
    return Spread.even(clock, UNTESTED_SPREAD);
  }

  private static Pool pooled(List<Scores> scores, boolean event, boolean peak) {
    return new Pool(
        scores.stream().flatMapToDouble(each -> Arrays.stream(each.scores(event, peak))).toArray());
  }
}
