package dev.kickoff.model.lab.shape.function;

import java.time.Duration;
import java.util.Optional;

/**
 * A wave for ever: {@code mean + amplitude * sin(2 pi (t - shift) / period)}.
 *
 * @param period above zero
 * @param shift when it first crosses its mean upwards, zero or more
 */
public record Sine(double mean, double amplitude, Duration period, Duration shift)
    implements LoadFunction {
  @Override
  public double at(long second) {
    long into = Math.floorMod(second - shift.toSeconds(), period.toSeconds());
    return mean + amplitude * StrictMath.sin(2 * Math.PI * into / period.toSeconds());
  }

  @Override
  public Optional<Duration> span() {
    return Optional.empty();
  }
}
