package dev.kickoff.model.lab.shape.function;

import java.time.Duration;
import java.util.Optional;

/**
 * A load that ends after a while, or goes on as it was at its end.
 *
 * @param takes above zero
 */
public record Lasting(LoadFunction load, Duration takes) implements LoadFunction {
  @Override
  public double at(long second) {
    return load.at(second);
  }

  @Override
  public Optional<Duration> span() {
    return Optional.of(takes);
  }
}
