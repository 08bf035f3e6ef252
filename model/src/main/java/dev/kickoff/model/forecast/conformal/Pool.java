package dev.kickoff.model.forecast.conformal;

import dev.kickoff.model.forecast.Quantiles;
import java.util.Arrays;

/**
 * Conformal scores of like targets, and the quantiles they give.
 *
 * <p>Split conformal with the finite-sample correction: the offset for level {@code q} is the
 * {@code ceil((n + 1) q)}-th smallest of {@code n} scores (Vovk et al., "Algorithmic Learning in a
 * Random World"). Scores of one day are alike, so they count for fewer than they are: above the
 * median, {@code q} is raised by a share of what lies above it, a tenth (0.95 becomes 0.955) and
 * more where few days were rehearsed. Where the rank is past the last, the largest score grows by a
 * tenth of the range.
 */
public final class Pool {
  private static final double CAUTION = 0.1;
  private static final double CAUTION_OF_ONE_DAY = 1.0;

  private final Scores scores;

  /**
   * Errors in units of the spread.
   *
   * @param recent those of them that are recent, and some of the older
   */
  record Scores(double[] all, double[] recent) {
    /** These and others. */
    Scores and(Scores others) {
      return new Scores(joined(all, others.all), joined(recent, others.recent));
    }

    private static double[] joined(double[] some, double[] others) {
      double[] both = Arrays.copyOf(some, some.length + others.length);
      System.arraycopy(others, 0, both, some.length, others.length);
      return both;
    }
  }

  Pool(Scores scores) {
    this.scores = new Scores(scores.all().clone(), scores.recent().clone());
    Arrays.sort(this.scores.all());
    Arrays.sort(this.scores.recent());
  }

  /** How many scores are recent. */
  public int size() {
    return scores.recent().length;
  }

  /** This pool with further scores. */
  Pool with(Scores others) {
    return new Pool(scores.and(others));
  }

  /**
   * Offsets for {@link Quantiles#levels()}, rising; in units of the spread. The median is that of
   * all scores, those above it are of the recent ones.
   *
   * @param days over how many days the scores were made, at least one
   */
  double[] offsets(double days) {
    double caution = CAUTION + CAUTION_OF_ONE_DAY / days;
    double[] levels = Quantiles.levels();
    double[] offsets = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      offsets[i] =
          levels[i] > 0.5
              ? atLevel(scores.recent(), levels[i] + caution * (1 - levels[i]))
              : atLevel(scores.all(), levels[i]);
      offsets[i] = i > 0 ? Math.max(offsets[i], offsets[i - 1]) : offsets[i];
    }
    return offsets;
  }

  private static double atLevel(double[] sorted, double level) {
    int n = sorted.length;
    int rank = (int) Math.ceil((n + 1) * level);
    return rank <= n ? sorted[rank - 1] : sorted[n - 1] + 0.1 * (sorted[n - 1] - sorted[0]);
  }
}
