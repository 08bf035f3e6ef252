package dev.kickoff.model.forecast.method;

import dev.kickoff.model.forecast.track.RecentRest;
import java.util.List;

/** How the readings of {@link RecentRest} are weighed to tell what will lie above the shape. */
interface LevelRule {
  /** A weight for each reading, from rehearsed examples of one horizon bucket; may be empty. */
  double[] weights(List<Example> examples);

  /** The rule that trusts one reading wholly, as the seasonal naive methods do. */
  static LevelRule only(int reading) {
    double[] weights = new double[RecentRest.READINGS];
    weights[reading] = 1;
    return examples -> weights.clone();
  }

  /** The readings weighed together. */
  static double lift(double[] weights, double[] readings) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * readings[i];
    }
    return sum;
  }
}
