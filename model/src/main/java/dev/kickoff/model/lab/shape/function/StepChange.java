package dev.kickoff.model.lab.shape.function;

import java.time.Duration;
import java.util.Optional;

/**
 * A sudden change: {@code from} before {@code at}, {@code to} from there on, for ever.
 *
 * @param at zero or more
 */
public record StepChange(double from, double to, Duration at) implements LoadFunction {
  @Override
  public double at(long second) {
    return second < at.toSeconds() ? from : to;
  }

  @Override
  public Optional<Duration> span() {
    return Optional.empty();
  }
}
