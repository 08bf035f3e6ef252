package dev.kickoff.model.lab.profile;

/**
 * A number that was measured, with its 95 % confidence interval.
 *
 * @param value finite
 * @param low finite, at most {@code value}
 * @param high finite, at least {@code value}
 */
public record Estimate(double value, double low, double high) {
  public Estimate {
    if (!(low <= value && value <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          "an estimate of %s within %s to %s".formatted(value, low, high));
    }
  }

  /** A number whose interval reaches as far to both sides. */
  public static Estimate around(double value, double reach) {
    return new Estimate(value, value - reach, value + reach);
  }

  /** Every part of it times a factor above 0. */
  public Estimate times(double factor) {
    return new Estimate(value * factor, low * factor, high * factor);
  }
}
