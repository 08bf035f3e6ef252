package dev.kickoff.model.forecast.method;

import dev.kickoff.model.forecast.shape.LocalClock;
import java.util.ArrayList;
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
      for (int peak = 0; peak <= 1; peak++) {
        Pool quiet = new Pool(own.scores(false, peak == 1));
        Pool event = new Pool(own.scores(true, peak == 1));
        offsets[peak] = enough(quiet, event, pooled(scores, false, peak == 1));
        offsets[2 + peak] = enough(event, pooled(scores, true, peak == 1), quiet);
      }
      calibrations.add(
          new Calibration(
              own.weights(), own.spread(), offsets[0], offsets[1], offsets[2], offsets[3]));
    }
    return calibrations;
  }

  /** The scale of errors where nothing could be rehearsed. */
  static Spread untested(LocalClock clock) {
    return Spread.even(clock, UNTESTED_SPREAD);
  }

  private static double[] enough(Pool own, Pool wider, Pool widest) {
    if (own.size() >= LEAST_SCORES) {
      return own.offsets();
    }
    Pool pooled = own.with(wider);
    if (pooled.size() < LEAST_SCORES) {
      pooled = pooled.with(widest);
    }
    return pooled.size() >= LEAST_SCORES / 4 ? pooled.offsets() : UNTESTED.clone();
  }

  private static Pool pooled(List<Scores> scores, boolean event, boolean peak) {
    Pool all = new Pool(new double[0]);
    for (Scores each : scores) {
      all = all.with(new Pool(each.scores(event, peak)));
    }
    return all;
  }
}
