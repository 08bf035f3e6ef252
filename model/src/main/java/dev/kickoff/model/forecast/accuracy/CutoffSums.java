package dev.kickoff.model.forecast.accuracy;

import dev.kickoff.model.forecast.Quantiles;
import java.util.List;

/** What one method's steps from one cutoff, or from several, add up to. */
final class CutoffSums {
  /** Kickoff, the naive of a day, the naive of a week: whom every method is compared with. */
  static final int RIVALS = 3;

  private static final int LEVELS = Quantiles.levels().length;
  private static final int NUMBERS = 6 + LEVELS + 3 * RIVALS;

  private final double[] sums = new double[NUMBERS];

  /** The sums that there are; a rival's are over the steps that it knows, too. */
  enum Sum {
    STEPS,
    DEMAND,
    LOSS,
    ERROR,
    BIAS,
    WIDTH,
    COVERED,
    OWN_BESIDE,
    RIVAL_LOSS,
    RIVAL_DEMAND;

    /** Where the sum stands; {@code which} is a level or a rival, 0 for the others. */
    int at(int which) {
      return switch (this) {
        case OWN_BESIDE -> COVERED.ordinal() + LEVELS + which;
        case RIVAL_LOSS -> COVERED.ordinal() + LEVELS + RIVALS + which;
        case RIVAL_DEMAND -> COVERED.ordinal() + LEVELS + 2 * RIVALS + which;
        default -> ordinal() + which;
      };
    }
  }

  /**
   * Counts one step.
   *
   * @param rivals the quantiles of each rival; an empty array where it has none
   */
  void add(double actual, double[] values, List<double[]> rivals) {
    double own = loss(actual, values);
    sums[Sum.STEPS.at(0)]++;
    sums[Sum.DEMAND.at(0)] += Math.abs(actual);
    sums[Sum.LOSS.at(0)] += own;
    sums[Sum.ERROR.at(0)] += Math.abs(actual - values[0]);
    sums[Sum.BIAS.at(0)] += values[0] - actual;
    sums[Sum.WIDTH.at(0)] += values[2] - values[0];
    for (int i = 0; i < LEVELS; i++) {
      sums[Sum.COVERED.at(i)] += actual <= values[i] ? 1 : 0;
    }
    for (int r = 0; r < RIVALS; r++) {
      if (rivals.get(r).length > 0) {
        sums[Sum.OWN_BESIDE.at(r)] += own;
        sums[Sum.RIVAL_LOSS.at(r)] += loss(actual, rivals.get(r));
        sums[Sum.RIVAL_DEMAND.at(r)] += Math.abs(actual);
      }
    }
  }

  void add(CutoffSums other) {
    add(other, 1);
  }

  void add(CutoffSums other, int times) {
    for (int i = 0; i < NUMBERS; i++) {
      sums[i] += times * other.sums[i];
    }
  }

  double of(Sum sum) {
    return sums[sum.at(0)];
  }

  double of(Sum sum, int which) {
    return sums[sum.at(which)];
  }

  /** {@code 2 * pinball}, meaned over the levels. */
  static double loss(double actual, double[] values) {
    double[] levels = Quantiles.levels();
    double sum = 0;
    for (int i = 0; i < levels.length; i++) {
      double above = actual - values[i];
      sum += 2 * Math.max(levels[i] * above, (levels[i] - 1) * above) / levels.length;
    }
    return sum;
  }
}
