package dev.kickoff.model.lab.shape.function;

import java.time.Duration;
import java.util.Optional;

/** The same load for ever; as a factor, a number. */
public record Flat(double value) implements LoadFunction {
  @Override
  public double at(long second) {
    return value;
  }

  @Override
  public Optional<Duration> span() {
    return Optional.empty();
  }
}
