package dev.kickoff.model.forecast.contest;

import dev.kickoff.model.forecast.rehearsal.Example;
import java.util.List;
import java.util.Optional;

/**
 * What is forecast in one horizon bucket: the entrants, each with its weights and its share.
 *
 * @param shares of the entrants, then of the booster where there is one; they sum to one
 */
public record Blend(
    List<Entrant> entrants,
    List<LevelWeights> weights,
    double[] shares,
    Optional<Booster> booster) {

  /** The centre of a target, in log units. */
  public double centre(Example target) {
    double centre = 0;
    for (int m = 0; m < entrants.size(); m++) {
      double share = m == 0 ? shares[0] + boosted() : shares[m];
      if (share > 0) {
        Example.View view = target.views()[entrants.get(m).shape()];
        centre += share * (view.curve() + weights.get(m).lift(view.readings(), target.inEvent()));
      }
    }
    double boosted = boosted();
    return boosted > 0 && booster.isPresent()
        ? centre + boosted * booster.get().correction(target)
        : centre;
  }

  /** Whether it looks at a shape. */
  public boolean uses(int shape) {
    for (int m = 0; m < entrants.size(); m++) {
      if (entrants.get(m).shape() == shape && (shares[m] > 0 || m == 0 && boosted() > 0)) {
        return true;
      }
    }
    return shape == 0 || boosted() > 0;
  }

  private double boosted() {
    return shares.length > entrants.size() ? shares[shares.length - 1] : 0;
  }
}
