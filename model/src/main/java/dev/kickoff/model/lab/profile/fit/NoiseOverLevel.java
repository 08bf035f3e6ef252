package dev.kickoff.model.lab.profile.fit;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/** How much more noise there is at some levels than at others. */
final class NoiseOverLevel {
  private static final int LEAST_ROWS = 24;
  private static final double MOST = 4;

  private NoiseOverLevel() {}

  /**
   * The noise of each row over that of all: from the medians of the lower and the upper half of the
   * levels, evenly between and beyond them, a quarter to fourfold; 1 where rows are few.
   *
   * @param level what was fitted for each row
   * @param absolute how far each row lies from it
   */
  static double[] of(double[] level, double[] absolute, double scale) {
    double[] noise = new double[level.length];
    Arrays.fill(noise, 1);
    double middle = RobustRegression.median(level);
    Half below = Half.of(level, absolute, value -> value <= middle);
    Half above = Half.of(level, absolute, value -> value > middle);
    if (Math.min(below.rows, above.rows) < LEAST_ROWS / 2 || !(above.centre > below.centre)) {
      return noise;
    }
    double usual = scale / 1.4826;
    double slope = (above.noise - below.noise) / (above.centre - below.centre);
    for (int i = 0; i < noise.length; i++) {
      double own = (below.noise + slope * (level[i] - below.centre)) / usual;
      noise[i] = Math.max(1 / MOST, Math.min(MOST, own));
    }
    return noise;
  }

  private record Half(int rows, double centre, double noise) {
    static Half of(double[] level, double[] absolute, DoublePredicate in) {
      double[] levels = new double[level.length];
      double[] noises = new double[level.length];
      int rows = 0;
      for (int i = 0; i < level.length; i++) {
        if (in.test(level[i])) {
          levels[rows] = level[i];
          noises[rows++] = absolute[i];
        }
      }
      return rows == 0
          ? new Half(0, 0, 0)
          : new Half(
              rows,
              RobustRegression.median(Arrays.copyOf(levels, rows)),
              RobustRegression.median(Arrays.copyOf(noises, rows)));
    }
  }
}
