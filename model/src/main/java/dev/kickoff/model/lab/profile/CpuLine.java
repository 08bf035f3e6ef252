package dev.kickoff.model.lab.profile;

import dev.kickoff.model.forecast.smile.Probability;
import dev.kickoff.model.lab.profile.fit.Regression;

/**
 * Processor over requests as a line with its uncertainty, in percent and requests per minute.
 *
 * <p>Kept on loads scaled to -1..1, where both coefficients are of one magnitude.
 */
public final class CpuLine {
  private final Regression fit;
  private final double middle;
  private final double half;

  CpuLine(Regression fit, double middle, double half) {
    this.fit = fit;
    this.middle = middle;
    this.half = half;
  }

  /** Percent of processor at {@code rpm} requests per minute, with the interval of the line. */
  public Estimate at(double rpm) {
    double u = (rpm - middle) / half;
    return Estimate.around(fit.coefficient(0) + u * fit.coefficient(1), fit.reach(1, u));
  }

  Estimate perKrpm() {
    return Estimate.around(fit.coefficient(1), fit.reach(0, 1)).times(1_000 / half);
  }

  /** How far rows lie from the line, in points of processor. */
  public double deviation() {
    return fit.scale().deviation();
  }

  /**
   * Requests per minute at which processor reaches a level that is itself uncertain: the line is
   * turned round, and both uncertainties are added up as far as they are small (delta method).
   *
   * @param cpu with a 95 % interval
   */
  Estimate rpmAt(Estimate cpu) {
    double slope = fit.coefficient(1);
    double u = (cpu.value() - fit.coefficient(0)) / slope;
    double line = fit.reach(1, u) / slope;
    double below = Math.hypot(line, (cpu.value() - cpu.low()) / slope);
    double above = Math.hypot(line, (cpu.high() - cpu.value()) / slope);
    double rpm = middle + half * u;
    return new Estimate(rpm, Math.max(0, rpm - half * below), rpm + half * above);
  }

  /** Whether it rises with so much certainty that it can be turned round. */
  boolean isRising() {
    double error = Math.sqrt(fit.variance(0, 1));
    return fit.coefficient(1) > Probability.tReach(0.95, fit.degreesLeft()) * error;
  }
}
