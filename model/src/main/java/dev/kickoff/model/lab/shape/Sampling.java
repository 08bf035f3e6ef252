package dev.kickoff.model.lab.shape;

import dev.kickoff.model.lab.LoadCurve;
import java.time.Duration;
import java.util.function.LongToDoubleFunction;

/**
 * Where a load is read: at every step from the beginning to the end of a span, both included.
 *
 * @param span whole seconds, above zero, a multiple of the step
 * @param step whole seconds, at least one
 */
public record Sampling(Duration span, Duration step) {
  /** The most values one curve may have: 23 days second by second, nearly four years by minutes. */
  public static final long MOST_VALUES = 2_000_000;

  public Sampling {
    if (step.toSeconds() < 1 || step.getNano() != 0) {
      throw new IllegalArgumentException(
          "a step of %s: it must be whole seconds, at least one".formatted(Written.duration(step)));
    }
    if (span.toSeconds() < 1 || span.getNano() != 0) {
      throw new IllegalArgumentException(
          "a load over %s: it must last whole seconds, at least one"
              .formatted(Written.duration(span)));
    }
    long values = span.toSeconds() / step.toSeconds() + 1;
    if (values > MOST_VALUES) {
      throw new IllegalArgumentException(
          "a load over %s every %s has %d values, more than %d: take a longer step, from %s"
              .formatted(
                  Written.duration(span),
                  Written.duration(step),
                  values,
                  MOST_VALUES,
                  Written.duration(Duration.ofSeconds(longEnough(span)))));
    }
    if (span.toSeconds() % step.toSeconds() != 0) {
      throw new IllegalArgumentException(
          "a load over %s does not end on a step of %s: take a step that divides it"
              .formatted(Written.duration(span), Written.duration(step)));
    }
  }

  private static long longEnough(Duration span) {
    return (span.toSeconds() - 1) / (MOST_VALUES - 1) + 1;
  }

  /** How many values it reads: span over step, and one. */
  public int values() {
    return Math.toIntExact(span.toSeconds() / step.toSeconds() + 1);
  }

  /** The curve of a load that is given by the seconds from the beginning; below zero is zero. */
  public LoadCurve of(LongToDoubleFunction rpmAtSecond) {
    double[] rpm = new double[values()];
    for (int i = 0; i < rpm.length; i++) {
      rpm[i] = Math.max(0, rpmAtSecond.applyAsDouble(i * step.toSeconds()));
    }
    return new LoadCurve(step, rpm);
  }
}
