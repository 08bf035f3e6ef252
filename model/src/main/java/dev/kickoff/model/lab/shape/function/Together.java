package dev.kickoff.model.lab.shape.function;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Loads at the same time, added or multiplied; it lasts as long as the longest that has an end.
 *
 * @param parts at least one
 */
public record Together(Operation operation, List<LoadFunction> parts) implements LoadFunction {
  /** What becomes of the parts. */
  public enum Operation {
    SUM,
    PRODUCT
  }

  public Together {
    parts = List.copyOf(parts);
  }

  @Override
  public double at(long second) {
    double value = operation == Operation.SUM ? 0 : 1;
    for (LoadFunction part : parts) {
      value = operation == Operation.SUM ? value + part.at(second) : value * part.at(second);
    }
    return value;
  }

  @Override
  public Optional<Duration> span() {
    return parts.stream().flatMap(part -> part.span().stream()).max(Duration::compareTo);
  }
}
