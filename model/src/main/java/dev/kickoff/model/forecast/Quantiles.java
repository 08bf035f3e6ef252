package dev.kickoff.model.forecast;

import java.util.stream.IntStream;

/**
 * Four quantiles of one quantity; they never cross and are never negative.
 *
 * @param p50 the median; each of the four is finite, not negative, and not below the one before
 */
public record Quantiles(double p50, double p90, double p95, double p99) {
  private static final int SIGNIFICANT_DIGITS = 6;
  private static final double LOG10_OF_2 = Math.log10(2);
  private static final double[] POWERS =
      IntStream.rangeClosed(0, 22).mapToDouble(n -> Math.pow(10, n)).toArray();

  public Quantiles {
    if (!(0 <= p50 && p50 <= p90 && p90 <= p95 && p95 <= p99 && p99 < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "quantiles cross or are not finite: " + p50 + ", " + p90 + ", " + p95 + ", " + p99);
    }
  }

  /**
   * These in six significant digits: more than any forecast knows, and short to write. Rounding
   * keeps their order, and equal inputs give equal outputs everywhere.
   */
  public Quantiles rounded() {
    return new Quantiles(rounded(p50), rounded(p90), rounded(p95), rounded(p99));
  }

  private static double rounded(double value) {
    if (value == 0) {
      return 0;
    }
    int digits = SIGNIFICANT_DIGITS - 1 - exponent(value);
    double scale = powerOfTen(Math.abs(digits));
    double rounded =
        digits >= 0 ? Math.rint(value * scale) / scale : Math.rint(value / scale) * scale;
    return Double.isFinite(rounded) ? rounded : value;
  }

  /** The power of ten at or below a value above zero. */
  private static int exponent(double value) {
    int least = (int) Math.floor(Math.getExponent(value) * LOG10_OF_2);
    double next = least + 1 >= 0 ? powerOfTen(least + 1) : 1 / powerOfTen(-least - 1);
    return value >= next ? least + 1 : least;
  }

  private static double powerOfTen(int exponent) {
    return exponent < POWERS.length ? POWERS[exponent] : Math.pow(10, exponent);
  }

  /** The levels, in the order of the components. */
  public static double[] levels() {
    return new double[] {0.5, 0.9, 0.95, 0.99};
  }

  /** The values, in the order of {@link #levels()}. */
  public double[] values() {
    return new double[] {p50, p90, p95, p99};
  }

  /**
   * The value at any level within 0.5..0.99, linear between the four.
   *
   * @throws IllegalArgumentException outside that range
   */
  public double at(double level) {
    if (!(level >= 0.5 && level <= 0.99)) {
      throw new IllegalArgumentException("quantile level " + level + " must be within 0.5..0.99");
    }
    double[] levels = levels();
    double[] values = values();
    int i = 1;
    while (i < levels.length - 1 && level > levels[i]) {
      i++;
    }
    double share = (level - levels[i - 1]) / (levels[i] - levels[i - 1]);
    return values[i - 1] + share * (values[i] - values[i - 1]);
  }
}
