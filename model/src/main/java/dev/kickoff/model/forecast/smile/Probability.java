package dev.kickoff.model.forecast.smile;

import smile.stat.distribution.ChiSquareDistribution;
import smile.stat.distribution.FDistribution;
import smile.stat.distribution.GaussianDistribution;
import smile.stat.distribution.TDistribution;

/** The distributions that tests and intervals are read from, as Smile computes them. */
public final class Probability {
  /** From here on further degrees of freedom change no digit that matters, but cost time. */
  private static final int MANY = 10_000;

  private static final GaussianDistribution NORMAL = new GaussianDistribution(0, 1);

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
    return Double.isInfinite(f) ? 0 : new FDistribution(Math.min(MANY, left), terms).cdf(1 / f);
  }

  /** How far the middle {@code share} (0..1) of Student's t with {@code left} degrees reaches. */
  public static double tReach(double share, int left) {
    return new TDistribution(Math.min(MANY, left)).quantile(0.5 + share / 2);
  }

  /** What a chi-square variable with {@code terms} degrees does not exceed in {@code share}. */
  public static double chiSquare(double share, int terms) {
    return new ChiSquareDistribution(terms).quantile(share);
  }

  /** The chance, 0..1, that Student's t with so many degrees does not exceed {@code deviate}. */
  public static double tChance(double deviate, int degrees) {
    return new TDistribution(degrees).cdf(deviate);
  }

  /** What Student's t with so many degrees (at least 1) does not exceed with this chance. */
  public static double t(double chance, int degrees) {
    return new TDistribution(degrees).quantile(chance);
  }

  /** The chance, 0..1, that a standard normal variable does not exceed {@code deviate}. */
  public static double normalChance(double deviate) {
    return NORMAL.cdf(deviate);
  }

  /** The density of a standard normal variable at {@code deviate}. */
  public static double normalDensity(double deviate) {
    return NORMAL.p(deviate);
  }

  /** What a standard normal variable does not exceed with this chance, above 0 and below 1. */
  public static double normal(double chance) {
    return NORMAL.quantile(chance);
  }
}
