package dev.kickoff.model.forecast.contest;

import dev.kickoff.model.forecast.rehearsal.Example;
import dev.kickoff.model.forecast.smile.NormalEquations;
import dev.kickoff.model.forecast.smile.Penalties;
import dev.kickoff.model.forecast.track.RecentRest;
import java.util.List;

/**
 * Learns the weights by ridge regression over the rehearsed examples, shrunk towards zero: the
 * fewer examples there are, the more the shape alone is trusted. Those of event windows are shrunk
 * towards those of all examples.
 */
public final class LearntLevel implements LevelRule {
  private static final double RIDGE = 0.02;
  private static final double EXAMPLES_TRUSTED = 20;
  private static final double EVENT_EXAMPLES_TRUSTED = 100;

  @Override
  public LevelWeights weights(List<Example> examples, int shape) {
    double[] all = ridge(examples, shape, new double[RecentRest.READINGS], EXAMPLES_TRUSTED);
    List<Example> inEvent = examples.stream().filter(Example::inEvent).toList();
    double[] event = inEvent.isEmpty() ? all : ridge(inEvent, shape, all, EVENT_EXAMPLES_TRUSTED);
    return new LevelWeights(all, event);
  }

  private static double[] ridge(
      List<Example> examples, int shape, double[] towards, double trusted) {
    LevelWeights prior = new LevelWeights(towards, towards);
    NormalEquations equations = new NormalEquations(RecentRest.READINGS);
    double squares = 1e-9;
    for (Example example : examples) {
      Example.View view = example.views()[shape];
      double[] readings = view.readings();
      double above = example.mean() - view.curve();
      equations.add(readings, above - prior.lift(readings, false), 1);
      for (double reading : readings) {
        squares += reading * reading / RecentRest.READINGS;
      }
    }
    double each = squares / Math.max(1, examples.size());
    Penalties penalties = new Penalties(RecentRest.READINGS);
    for (int i = 0; i < RecentRest.READINGS; i++) {
      penalties.size(i, RIDGE * squares + trusted * each);
    }
    double[] weights = equations.solve(penalties);
    for (int i = 0; i < weights.length; i++) {
      weights[i] += towards[i];
    }
    return weights;
  }
}
