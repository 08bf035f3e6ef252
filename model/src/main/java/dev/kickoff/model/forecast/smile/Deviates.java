package dev.kickoff.model.forecast.smile;

import smile.stat.distribution.GaussianDistribution;
import smile.stat.distribution.TDistribution;

/** Standard deviations and the chances that belong to them, as Smile computes them. */
public final class Deviates {
  private static final GaussianDistribution NORMAL = new GaussianDistribution(0, 1);

  private Deviates() {}

  /** The chance, 0..1, that a standard normal variable does not exceed {@code deviate}. */
  public static double normalChance(double deviate) {
    return NORMAL.cdf(deviate);
  }

  /** What a standard normal variable does not exceed with this chance, above 0 and below 1. */
  public static double normal(double chance) {
    return NORMAL.quantile(chance);
  }

  /** The chance, 0..1, that Student's t with so many degrees does not exceed {@code deviate}. */
  public static double studentChance(double deviate, int degrees) {
    return new TDistribution(degrees).cdf(deviate);
  }

  /** What Student's t with so many degrees (at least 1) does not exceed with this chance. */
  public static double student(double chance, int degrees) {
    return new TDistribution(degrees).quantile(chance);
  }
}
