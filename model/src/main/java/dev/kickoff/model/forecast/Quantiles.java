package dev.kickoff.model.forecast;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.IntStream;

/**
 * Four quantiles of one quantity; they never cross and are never negative.
 *
 * @param p50 the median; each of the four is finite, not negative, and not below the one before
 */
public record Quantiles(double p50, double p90, double p95, double p99) {
  private static final int SIGNIFICANT_DIGITS = 6;

  /** The usual demands, by the exponent of their binary form: from 2^-40, about 1e-12, to 2^62. */
  private static final int LEAST_BINARY = -40;

  private static final int BINARIES = 103;
  private static final double[] POWERS =
      IntStream.rangeClosed(0, 22).mapToDouble(n -> Math.pow(10, n)).toArray();

  /** The power of ten at or below each power of two, and the next one. */
  private static final int[] DECIMAL =
      IntStream.range(0, BINARIES)
          .map(i -> (int) Math.floor((i + LEAST_BINARY) * Math.log10(2)))
          .toArray();

  private static final double[] NEXT =
      IntStream.range(0, BINARIES)
          .mapToDouble(i -> DECIMAL[i] + 1)
          .map(n -> n >= 0 ? POWERS[(int) n] : 1 / POWERS[(int) -n])
          .toArray();

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
    int binary = Math.getExponent(value) - LEAST_BINARY;
    if (binary < 0 || binary >= DECIMAL.length) {
      return roundedSlowly(value);
    }
    int exponent = value >= NEXT[binary] ? DECIMAL[binary] + 1 : DECIMAL[binary];
    int digits = SIGNIFICANT_DIGITS - 1 - exponent;
    return digits >= 0
        ? Math.rint(value * POWERS[digits]) / POWERS[digits]
        : Math.rint(value / POWERS[-digits]) * POWERS[-digits];
  }

  private static double roundedSlowly(double value) {
    return value == 0
        ? 0
        : new BigDecimal(value)
            .round(new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN))
            .doubleValue();
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
