package dev.kickoff.model.forecast.contest;

import dev.kickoff.model.forecast.rehearsal.Example;
import dev.kickoff.model.forecast.track.RecentRest;
import java.util.List;

/** How the readings of {@link RecentRest} are weighed to tell what will lie above the shape. */
public interface LevelRule {
  /**
   * The weights, from rehearsed examples of one horizon bucket.
   *
   * @param examples may be empty
   * @param shape which of the shapes' views is meant
   */
  LevelWeights weights(List<Example> examples, int shape);

  /** The rule that trusts one reading wholly, as the seasonal naive methods do. */
  static LevelRule only(int reading) {
    double[] weights = new double[RecentRest.READINGS];
    weights[reading] = 1;
    return (examples, shape) -> new LevelWeights(weights, weights);
  }
}
