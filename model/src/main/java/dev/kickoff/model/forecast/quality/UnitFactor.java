package dev.kickoff.model.forecast.quality;

import org.jspecify.annotations.Nullable;

/** The factors by which values jump when a source changes its unit by mistake. */
public enum UnitFactor {
  SIXTY_UP(60, "looks like requests per minute where requests per second came before"),
  SIXTY_DOWN(1 / 60.0, "looks like rps where rpm is expected"),
  HUNDRED_UP(100, "looks like hundredths, or percent, where whole units came before"),
  HUNDRED_DOWN(1 / 100.0, "looks like shares, or hundreds, where single units came before"),
  THOUSAND_UP(1000, "looks like thousandths (milli) where whole units came before"),
  THOUSAND_DOWN(1 / 1000.0, "looks like thousands (kilo) where single units came before"),
  DAY_UP(24, "looks like a day's total where an hour's came before"),
  DAY_DOWN(1 / 24.0, "looks like an hour's value where a day's total came before");

  private final double times;
  private final String words;

  UnitFactor(double times, String words) {
    this.times = times;
    this.words = words;
  }

  /** What values are multiplied with by the mistake. */
  public double times() {
    return times;
  }

  /** What the mistake looks like, for an operator. */
  public String words() {
    return words;
  }

  /** Whether demand may change as much by itself. */
  boolean isSmall() {
    return this == DAY_UP || this == DAY_DOWN;
  }

  /**
   * The factor nearest to {@code ratio}; null when none is within {@code tolerance}.
   *
   * @param tolerance a factor above 1
   */
  static @Nullable UnitFactor nearest(double ratio, double tolerance) {
    UnitFactor best = null;
    double least = Math.log(tolerance);
    for (UnitFactor factor : values()) {
      double distance = Math.abs(Math.log(ratio / factor.times));
      if (distance <= least) {
        least = distance;
        best = factor;
      }
    }
    return best;
  }
}
