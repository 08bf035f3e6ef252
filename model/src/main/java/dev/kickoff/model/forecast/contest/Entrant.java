package dev.kickoff.model.forecast.contest;

import dev.kickoff.model.forecast.rehearsal.Example;
import java.util.List;

/**
 * A method that takes part in a contest: a shape, and the weighing of what recent demand lies above
 * it.
 *
 * @param name as shown to operators
 * @param shape which of the shapes it follows
 * @param rule weighs the readings
 */
public record Entrant(String name, int shape, LevelRule rule) {
  private static final int PARTS = 4;

  /**
   * What it would have forecast for each example, by weights learnt without its part of history.
   */
  public double[] rehearsed(List<Example> examples) {
    double[] centres = new double[examples.size()];
    for (int part = 0; part < PARTS; part++) {
      int judged = part;
      List<Example> others = examples.stream().filter(e -> e.fold() % PARTS != judged).toList();
      LevelWeights weights = rule.weights(others.isEmpty() ? examples : others, shape);
      for (int i = 0; i < centres.length; i++) {
        Example example = examples.get(i);
        if (example.fold() % PARTS == part) {
          Example.View view = example.views()[shape];
          centres[i] = view.curve() + weights.lift(view.readings(), example.inEvent());
        }
      }
    }
    return centres;
  }
}
