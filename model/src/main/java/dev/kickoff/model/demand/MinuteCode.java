package dev.kickoff.model.demand;

/**
 * The demand of one minute in 16 bits, as it is remembered for learning: six bits of exponent and
 * ten of mantissa.
 *
 * <p>Whole numbers up to 2,048 are exact, others within 0.05 %; what lies below {@code 2^-17} is
 * zero, above {@code 2^46} it is that. Forty days of a service's minutes take 115 kB so.
 */
public final class MinuteCode {
  /** Stands for a minute of which nothing is known. */
  public static final char GAP = 0xFFFF;

  private static final int DROPPED_BITS = 42;
  private static final long LEAST_EXPONENT = -17;
  private static final long BELOW = (LEAST_EXPONENT + 1023 << 10) - 1;
  private static final long MOST = GAP - 1;

  private MinuteCode() {}

  /**
   * The code of a demand.
   *
   * @param requestsPerMinute not negative
   */
  public static char of(double requestsPerMinute) {
    long bits = Double.doubleToRawLongBits(requestsPerMinute);
    long code = (bits + (1L << DROPPED_BITS - 1) >> DROPPED_BITS) - BELOW;
    return (char) Math.max(0, Math.min(MOST, code));
  }

  /** The demand that a code other than {@link #GAP} stands for, in requests per minute. */
  public static double value(char code) {
    return code == 0 ? 0 : Double.longBitsToDouble(code + BELOW << DROPPED_BITS);
  }

  /** A demand as it is remembered. */
  public static double rounded(double requestsPerMinute) {
    return value(of(requestsPerMinute));
  }

  /** A series by the minute as it is remembered. */
  public static DemandSeries rounded(DemandSeries minutes) {
    DemandSeries.Builder rounded = DemandSeries.builder(minutes.start(), minutes.step());
    for (int i = 0; i < minutes.size(); i++) {
      if (minutes.isPresent(i)) {
        rounded.set(i, rounded(minutes.value(i)));
      }
    }
    return rounded.extendTo(minutes.until()).build();
  }
}
