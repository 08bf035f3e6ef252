package dev.kickoff.model.forecast.method;

import dev.kickoff.model.forecast.smile.NormalEquations;
import dev.kickoff.model.forecast.smile.Penalties;
import dev.kickoff.model.forecast.track.RecentRest;
import java.util.List;

/**
 * Learns the weights by ridge regression over the rehearsed examples, shrunk towards zero: the
 * fewer examples there are, the more the shape alone is trusted.
 */
final class LearntLevel implements LevelRule {
  private static final double RIDGE = 0.02;
  private static final double EXAMPLES_TRUSTED = 20;

  @Override
  public double[] weights(List<Example> examples) {
    NormalEquations equations = new NormalEquations(RecentRest.READINGS);
    double squares = 1e-9;
    for (Example example : examples) {
      equations.add(example.readings(), example.mean(), 1);
      for (double reading : example.readings()) {
        squares += reading * reading / RecentRest.READINGS;
      }
    }
    double each = squares / Math.max(1, examples.size());
    Penalties penalties = new Penalties(RecentRest.READINGS);
    for (int i = 0; i < RecentRest.READINGS; i++) {
      penalties.size(i, RIDGE * squares + EXAMPLES_TRUSTED * each);
    }
    return equations.solve(penalties);
  }
}
