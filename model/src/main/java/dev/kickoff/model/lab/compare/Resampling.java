package dev.kickoff.model.lab.compare;

import dev.kickoff.model.forecast.smile.Probability;
import java.util.SplittableRandom;

/**
 * Draws pairs again, with replacement, to tell how far a mean might have come out otherwise.
 *
 * <p>Pairs that are independent are drawn one by one; days, whose neighbours resemble each other,
 * in moving blocks on a circle (Politis and Romano, "A circular block-resampling procedure", 1992).
 * The same draws serve every metric, so that what belongs together stays together.
 *
 * @param picks of each draw, how often each bin was drawn
 * @param perBin pairs in a bin, drawn together; more than one where there are very many
 * @param blocks how many independent parts a draw has
 * @param single whether bins are drawn one by one
 */
record Resampling(int[][] picks, int perBin, int blocks, boolean single) {
  private static final int DRAWS = 4_000;
  private static final int MOST_BINS = 500;

  /**
   * Of pairs in their order.
   *
   * @param pairs at least two
   * @param block pairs drawn together, 1 to {@code pairs}
   */
  static Resampling of(int pairs, int block, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int perBin = block == 1 ? (pairs + MOST_BINS - 1) / MOST_BINS : 1;
    int bins = (pairs + perBin - 1) / perBin;
    int[][] picks = new int[DRAWS][bins];
    for (int[] draw : picks) {
      int left = bins;
      while (left > 0) {
        int from = random.nextInt(bins);
        for (int i = 0; i < block && left > 0; i++, left--) {
          draw[(from + i) % bins]++;
        }
      }
    }
    return new Resampling(picks, perBin, Math.max(2, bins / block), block == 1);
  }

  /** How many days are drawn together: the cube root of their number, a week at most. */
  static int dayBlock(int days) {
    return (int) Math.max(1, Math.min(7, Math.round(Math.cbrt(days))));
  }

  /** The mean of each draw, in the order of the draws. */
  double[] means(double[] values) {
    double[] sums = new double[picks[0].length];
    int[] counts = new int[sums.length];
    for (int i = 0; i < values.length; i++) {
      sums[i / perBin] += values[i];
      counts[i / perBin]++;
    }
    double[] means = new double[picks.length];
    for (int d = 0; d < means.length; d++) {
      double sum = 0;
      long count = 0;
      for (int bin = 0; bin < sums.length; bin++) {
        sum += picks[d][bin] * sums[bin];
        count += (long) picks[d][bin] * counts[bin];
      }
      means[d] = sum / count;
    }
    return means;
  }

  /**
   * How far to go into the normal tail for so much of the t distribution's: a bootstrap of few
   * parts is too narrow (Hesterberg, "What teachers should know about the bootstrap", The American
   * Statistician 69, 2015, "expanded percentile").
   */
  double expanded(double chance) {
    return Math.sqrt(blocks / (blocks - 1.0)) * Probability.t(chance, blocks - 1);
  }

  /** The chance in the t distribution's tail that belongs to a normal deviate. */
  double contracted(double deviate) {
    return Probability.tChance(deviate * Math.sqrt((blocks - 1.0) / blocks), blocks - 1);
  }
}
