package dev.kickoff.model.lab.shape.function;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Loads one after the other; a second where one ends and the next begins belongs to the next.
 *
 * @param parts at least one; each but the last has an end
 */
public record Sequence(List<LoadFunction> parts) implements LoadFunction {
  public Sequence {
    parts = List.copyOf(parts);
    for (int i = 0; i + 1 < parts.size(); i++) {
      if (parts.get(i).span().isEmpty()) {
        throw new IllegalArgumentException(
            "part %d of a sequence has no end: write how long it lasts, such as \"for 1h\""
                .formatted(i + 1));
      }
    }
  }

  @Override
  public double at(long second) {
    long left = second;
    for (int i = 0; i + 1 < parts.size(); i++) {
      long takes = parts.get(i).span().orElseThrow().toSeconds();
      if (left < takes) {
        return parts.get(i).at(left);
      }
      left -= takes;
    }
    return parts.get(parts.size() - 1).at(left);
  }

  @Override
  public Optional<Duration> span() {
    Duration before = Duration.ZERO;
    for (int i = 0; i + 1 < parts.size(); i++) {
      before = before.plus(parts.get(i).span().orElseThrow());
    }
    return parts.get(parts.size() - 1).span().map(before::plus);
  }
}
