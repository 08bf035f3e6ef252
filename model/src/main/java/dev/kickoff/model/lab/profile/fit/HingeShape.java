package dev.kickoff.model.lab.profile.fit;

/**
 * A form that latency may have over the processor: a line up to the knee and what is added beyond
 * it, on a scale of its own and with noise of its own.
 */
enum HingeShape {
  LINE(0, 0, false, false),
  LINE_RELATIVE(0, 0, true, false),
  LINE_LOG(0, 0, false, true),
  /** A second line from the knee on. */
  KINK(1, 0, false, false),
  KINK_RELATIVE(1, 0, true, false),
  /** A parabola from the knee on. */
  CURVE(0, 1, false, false),
  CURVE_RELATIVE(0, 1, true, false),
  /** Both. */
  KINK_AND_CURVE(1, 1, false, false),
  KINK_AND_CURVE_RELATIVE(1, 1, true, false),
  /** Exponential growth from the knee on. */
  KINK_LOG(1, 0, false, true);

  private final int kinks;
  private final int curves;
  private final boolean relative;
  private final boolean log;

  HingeShape(int kinks, int curves, boolean relative, boolean log) {
    this.kinks = kinks;
    this.curves = curves;
    this.relative = relative;
    this.log = log;
  }

  boolean hasKnee() {
    return kinks + curves > 0;
  }

  /** Coefficients, without knee and scale. */
  int terms() {
    return 2 + kinks + curves;
  }

  /** Whether noise grows with what is fitted. */
  boolean isRelative() {
    return relative;
  }

  /** Whether logarithms are fitted. */
  boolean isLog() {
    return log;
  }

  /** Writes the regressors at {@code x} into {@code row}. */
  void regressors(double x, double knee, double[] row) {
    row[0] = 1;
    row[1] = x;
    double beyond = Math.max(0, x - knee);
    int next = 2;
    if (kinks > 0) {
      row[next++] = beyond;
    }
    if (curves > 0) {
      row[next] = beyond * beyond;
    }
  }

  /** Whether these coefficients bend upwards at the knee. */
  boolean bendsUp(double[] coefficients) {
    return !hasKnee() || coefficients[2] > 0;
  }

  /** How what is fitted changes with the knee, {@code beyond} it. */
  double slopeOverKnee(double beyond, double[] coefficients) {
    if (beyond <= 0) {
      return 0;
    }
    double slope = kinks > 0 ? -coefficients[2] : 0;
    return curves > 0 ? slope - 2 * coefficients[1 + kinks + curves] * beyond : slope;
  }
}
