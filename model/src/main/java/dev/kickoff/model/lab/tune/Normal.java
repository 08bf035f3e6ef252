package dev.kickoff.model.lab.tune;

import dev.kickoff.model.forecast.smile.Probability;

/**
 * What may be expected of a normally distributed gain.
 *
 * <p>Expected improvement: Jones, Schonlau and Welch, "Efficient Global Optimization of Expensive
 * Black-Box Functions" (1998), formula 15.
 */
final class Normal {
  private Normal() {}

  /** The expected value of what is above zero of a gain with this mean and spread. */
  static double improvement(double mean, double spread) {
    if (spread <= 0) {
      return Math.max(0, mean);
    }
    double z = mean / spread;
    return mean * Probability.normalChance(z) + spread * Probability.normalDensity(z);
  }

  /** The chance that a gain with this mean and spread is above zero. */
  static double chance(double mean, double spread) {
    return spread > 0 ? Probability.normalChance(mean / spread) : mean > 0 ? 1 : 0;
  }
}
