package dev.kickoff.model.forecast.smile;

import smile.stat.distribution.ChiSquareDistribution;
import smile.stat.distribution.FDistribution;
import smile.stat.distribution.TDistribution;

/** The distributions that tests and intervals are read from, as Smile computes them. */
public final class Probability {
  private Probability() {}

  /**
   * The chance that a variable of the F distribution exceeds {@code f}.
   *
   * @param f 0 or more
   * @param terms degrees of freedom of the numerator, at least 1
   * @param left degrees of freedom of the denominator, at least 1
   */
  public static double fExceeds(double f, int terms, int left) {
    if (!(f > 0)) {
      return 1;
    }
    // the lower tail of the reciprocal keeps the digits that 1 - cdf loses
    return Double.isInfinite(f) ? 0 : new FDistribution(left, terms).cdf(1 / f);
  }

  /** How far the middle {@code share} (0..1) of Student's t with {@code left} degrees reaches. */
  public static double tReach(double share, int left) {
    return new TDistribution(left).quantile(0.5 + share / 2);
  }

  /** What a chi-square variable with {@code terms} degrees does not exceed in {@code share}. */
  public static double chiSquare(double share, int terms) {
    return new ChiSquareDistribution(terms).quantile(share);
  }
}
