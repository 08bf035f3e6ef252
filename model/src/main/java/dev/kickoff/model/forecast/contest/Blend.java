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

  /**
   * The centre of a target, in log units.
   *
   * @param correction what the {@link #correction} of the target, or of one close by, is
   */
  public double centre(Example target, double correction) {
    double centre = 0;
    for (int m = 0; m < entrants.size(); m++) {
      double share = m == 0 ? shares[0] + boosted() : shares[m];
      if (share > 0) {
        Example.View view = target.views()[entrants.get(m).shape()];
        centre += share * (view.curve() + weights.get(m).lift(view.readings(), target.inEvent()));
      }
    }
    return centre + boosted() * correction;
  }

  /** What the booster, where it has a share, adds to the first entrant, in log units. */
  public double correction(Example target) {
    return boosted() > 0 && booster.isPresent() ? booster.get().correction(target) : 0;
  }

  /** Whether it reads what demand lay above a shape. */
  public boolean uses(int shape) {
    for (int m = 0; m < entrants.size(); m++) {
      if (entrants.get(m).shape() == shape && (shares[m] > 0 || m == 0)) {
        return true;
      }
    }
    return false;
  }

  private double boosted() {
    return shares.length > entrants.size() ? shares[shares.length - 1] : 0;
  }
}
