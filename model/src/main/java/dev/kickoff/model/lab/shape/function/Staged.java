package dev.kickoff.model.lab.shape.function;

import dev.kickoff.model.lab.shape.Stages;
import java.time.Duration;
import java.util.Optional;

/** A table of stages, then its last target for ever. */
public record Staged(Stages stages, Stages.Between between) implements LoadFunction {
  @Override
  public double at(long second) {
    return stages.at(second, between);
  }

  @Override
  public Optional<Duration> span() {
    return Optional.of(stages.span());
  }
}
