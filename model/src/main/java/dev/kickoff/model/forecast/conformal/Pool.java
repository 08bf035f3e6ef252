package dev.kickoff.model.forecast.conformal;

import dev.kickoff.model.forecast.Quantiles;
import java.util.Arrays;

/**
 * Conformal scores of like targets, and the quantiles they give.
 *
 * <p>Split conformal with the finite-sample correction: the offset for level {@code q} is the
 * {@code ceil((n + 1) q)}-th smallest of {@code n} scores (Vovk et al., "Algorithmic Learning in a
 * Random World"). Scores of one day are alike, so they count for fewer than they are: above the
 * median, {@code q} is raised by a share of what lies above it, an eighth (0.95 becomes 0.9565) and
 * more where few days were rehearsed. Where the rank is past the last, the largest score grows by a
 * tenth of the range.
 */
public final class Pool {
  private static final double CAUTION = 0.13;
  private static final double CAUTION_OF_ONE_DAY = 1.0;

  private final double[] sorted;

  Pool(double[] scores) {
    this.sorted = scores.clone();
    Arrays.sort(sorted);
  }

  public int size() {
    return sorted.length;
  }

  /** This pool with further scores. */
  Pool with(double[] scores) {
    double[] both = Arrays.copyOf(sorted, sorted.length + scores.length);
    System.arraycopy(scores, 0, both, sorted.length, scores.length);
    return new Pool(both);
  }

  /**
   * Offsets for {@link Quantiles#levels()}, rising; in units of the spread.
   *
   * @param days over how many days the scores were made, at least one
   */
  double[] offsets(double days) {
    double caution = CAUTION + CAUTION_OF_ONE_DAY / days;
    int n = sorted.length;
    double[] levels = Quantiles.levels();
    double[] offsets = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      double level = levels[i] > 0.5 ? levels[i] + caution * (1 - levels[i]) : levels[i];
      int rank = (int) Math.ceil((n + 1) * level);
      offsets[i] = rank <= n ? sorted[rank - 1] : sorted[n - 1] + 0.1 * (sorted[n - 1] - sorted[0]);
    }
    return offsets;
  }
}
