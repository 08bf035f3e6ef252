package dev.kickoff.model.forecast.method;

import dev.kickoff.model.forecast.track.LocalClock;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;

/**
 * The errors made on the examples of one bucket, divided by their usual size.
 *
 * <p>Each example is judged by weights that were learnt without its own part of history.
 */
final class Scores {
  private static final int PARTS = 4;

  private final List<Example> examples;
  private final double[] weights;
  private final Spread spread;
  private final double[] lifts;

  private Scores(List<Example> examples, double[] weights, Spread spread, double[] lifts) {
    this.examples = examples;
    this.weights = weights;
    this.spread = spread;
    this.lifts = lifts;
  }

  static Scores of(List<Example> examples, LevelRule rule, LocalClock clock) {
    double[] weights = rule.weights(examples);
    double[] lifts = new double[examples.size()];
    for (int part = 0; part < PARTS; part++) {
      int judged = part;
      List<Example> others = examples.stream().filter(e -> e.fold() % PARTS != judged).toList();
      double[] partWeights = rule.weights(others.isEmpty() ? examples : others);
      for (int i = 0; i < lifts.length; i++) {
        if (examples.get(i).fold() % PARTS == part) {
          lifts[i] = LevelRule.lift(partWeights, examples.get(i).readings());
        }
      }
    }
    double[] errors = new double[lifts.length];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = examples.get(i).mean() - lifts[i];
    }
    Spread spread =
        errors.length == 0 ? Calibration.untested(clock) : Spread.learn(examples, errors, clock);
    return new Scores(examples, weights, spread, lifts);
  }

  /** Over how many days the examples are spread, at least one. */
  double days() {
    LongSummaryStatistics at = examples.stream().mapToLong(Example::atMillis).summaryStatistics();
    double days = (at.getMax() - (double) at.getMin()) / LocalClock.DAY_MILLIS;
    return examples.isEmpty() ? 1 : Math.max(1, days);
  }

  double[] weights() {
    return weights;
  }

  Spread spread() {
    return spread;
  }

  /**
   * The scores within or outside event windows, of the steps' means or of their highest minutes.
   */
  double[] scores(boolean event, boolean peak) {
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < lifts.length; i++) {
      Example e = examples.get(i);
      if (e.event() == event) {
        double error = (peak ? e.peak() : e.mean()) - lifts[i];
        scores.add(error / spread.at(e.curve(), e.atMillis(), event));
      }
    }
    return scores.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
