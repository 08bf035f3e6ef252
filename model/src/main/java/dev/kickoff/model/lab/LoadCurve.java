package dev.kickoff.model.lab;

import java.time.Duration;
import java.util.Arrays;

/**
 * A load over time: requests per minute at even steps, the first at the beginning.
 *
 * <p>Time is counted from the beginning, so that one curve can be played at any hour.
 */
public final class LoadCurve {
  private final Duration step;
  private final double[] rpm;

  /**
   * @param step between two values, whole seconds, at least one
   * @param rpm requests per minute, finite and not negative, at least one value; copied
   */
  public LoadCurve(Duration step, double[] rpm) {
    if (step.toSeconds() < 1 || step.getNano() != 0) {
      throw new IllegalArgumentException("a step of whole seconds, at least one, not " + step);
    }
    if (rpm.length == 0) {
      throw new IllegalArgumentException("a load needs at least one value");
    }
    for (double value : rpm) {
      if (!(value >= 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException("a load of " + value + " requests per minute");
      }
    }
    this.step = step;
    this.rpm = rpm.clone();
  }

  public Duration step() {
    return step;
  }

  /** How many values it has. */
  public int size() {
    return rpm.length;
  }

  /** Requests per minute at a position, counted from zero. */
  public double at(int position) {
    return rpm[position];
  }

  /** From the first value to the last: one step less than it has values. */
  public Duration span() {
    return step.multipliedBy(rpm.length - 1L);
  }

  /** All values, a copy. */
  public double[] values() {
    return rpm.clone();
  }

  /** The highest value. */
  public double peak() {
    return Arrays.stream(rpm).max().orElse(0);
  }

  /** The highest value within positions [{@code from}, {@code to}), as far as there are any. */
  public double highest(int from, int to) {
    double highest = 0;
    for (int i = Math.max(0, from); i < Math.min(rpm.length, to); i++) {
      highest = Math.max(highest, rpm[i]);
    }
    return highest;
  }

  /** The same times a factor, finite and not negative. */
  public LoadCurve times(double factor) {
    return new LoadCurve(step, Arrays.stream(rpm).map(value -> value * factor).toArray());
  }
}
