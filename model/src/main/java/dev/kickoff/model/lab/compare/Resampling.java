package dev.kickoff.model.lab.compare;

import dev.kickoff.model.forecast.smile.Deviates;
import java.util.SplittableRandom;

/**
 * Draws pairs again, with replacement, to tell how far a mean might have come out otherwise.
 *
 * <p>Pairs that are independent are drawn one by one; days, whose neighbours resemble each other,
 * in moving blocks on a circle (Politis and Romano, "A circular block-resampling procedure", 1992).
 * The same draws serve every metric, so that what belongs together stays together.
 *
 * @param picks of each draw, how often each pair was drawn
 * @param blocks how many independent parts a draw has
 * @param single whether pairs are drawn one by one
 */
record Resampling(int[][] picks, int blocks, boolean single) {
  private static final int DRAWS = 4_000;

  /**
   * Of pairs in their order.
   *
   * @param pairs at least two
   * @param block pairs drawn together, 1 to {@code pairs}
   */
  static Resampling of(int pairs, int block, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] picks = new int[DRAWS][pairs];
    for (int[] draw : picks) {
      int left = pairs;
      while (left > 0) {
        int from = random.nextInt(pairs);
        for (int i = 0; i < block && left > 0; i++, left--) {
          draw[(from + i) % pairs]++;
        }
      }
    }
    return new Resampling(picks, Math.max(2, pairs / block), block == 1);
  }

  /** How many days are drawn together: the cube root of their number, a week at most. */
  static int dayBlock(int days) {
    return (int) Math.max(1, Math.min(7, Math.round(Math.cbrt(days))));
  }

  /** The mean of each draw, in the order of the draws. */
  double[] means(double[] values) {
    double[] means = new double[picks.length];
    for (int d = 0; d < means.length; d++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += picks[d][i] * values[i];
      }
      means[d] = sum / values.length;
    }
    return means;
  }

  /**
   * How far to go into the normal tail for so much of the t distribution's: a bootstrap of few
   * parts is too narrow (Hesterberg, "What teachers should know about the bootstrap", The American
   * Statistician 69, 2015, "expanded percentile").
   */
  double expanded(double chance) {
    return Math.sqrt(blocks / (blocks - 1.0)) * Deviates.student(chance, blocks - 1);
  }

  /** The chance in the t distribution's tail that belongs to a normal deviate. */
  double contracted(double deviate) {
    return Deviates.studentChance(deviate * Math.sqrt((blocks - 1.0) / blocks), blocks - 1);
  }
}
