package dev.kickoff.model.lab.shape.function;

import java.time.Duration;
import java.util.Optional;

/**
 * A straight climb or fall: {@code from + (to - from) * t / over}, then {@code to}.
 *
 * @param over above zero
 */
public record Ramp(double from, double to, Duration over) implements LoadFunction {
  @Override
  public double at(long second) {
    double share = Math.min(1, second / (double) over.toSeconds());
    return share == 1 ? to : from + (to - from) * share;
  }

  @Override
  public Optional<Duration> span() {
    return Optional.of(over);
  }
}
