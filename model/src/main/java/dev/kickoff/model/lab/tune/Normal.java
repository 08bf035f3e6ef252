package dev.kickoff.model.lab.tune;

/**
 * What may be expected of a normally distributed gain.
 *
 * <p>Expected improvement: Jones, Schonlau and Welch, "Efficient Global Optimization of Expensive
 * Black-Box Functions" (1998), formula 15. The distribution function by Abramowitz and Stegun,
 * "Handbook of Mathematical Functions" (1964), formula 26.2.17, off by less than 7.5e-8.
 */
final class Normal {
  private static final double[] SERIES = {
    0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429
  };
  private static final double STEP = 0.2316419;

  private Normal() {}

  /** The expected value of what is above zero of a gain with this mean and spread. */
  static double improvement(double mean, double spread) {
    if (spread <= 0) {
      return Math.max(0, mean);
    }
    double z = mean / spread;
    return mean * below(z) + spread * density(z);
  }

  /** The chance that a gain with this mean and spread is above zero. */
  static double chance(double mean, double spread) {
    return spread > 0 ? below(mean / spread) : mean > 0 ? 1 : 0;
  }

  /** The share of a standard normal distribution below z. */
  static double below(double z) {
    double t = 1 / (1 + STEP * Math.abs(z));
    double sum = 0;
    for (int i = SERIES.length - 1; i >= 0; i--) {
      sum = t * (SERIES[i] + sum);
    }
    double tail = density(z) * sum;
    return z > 0 ? 1 - tail : tail;
  }

  private static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }
}
