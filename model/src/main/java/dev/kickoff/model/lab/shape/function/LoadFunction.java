package dev.kickoff.model.lab.shape.function;

import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.Sampling;
import java.time.Duration;
import java.util.Optional;

/**
 * A load as a function of the seconds from its beginning; the same second always has the same load.
 */
public interface LoadFunction {
  /**
   * Requests per minute; below zero where it is meant to be added to something else.
   *
   * @param second 0 or more; past the end of its span it stays as it was there, or goes on
   */
  double at(long second);

  /** How long it lasts; empty where it goes on for ever. */
  Optional<Duration> span();

  /**
   * The load at every step from the beginning to the end, both included; below zero is zero.
   *
   * @throws IllegalArgumentException where it has no end, does not end on a step, has too many
   *     values, or one that is not finite
   */
  default LoadCurve curve(Duration step) {
    return sampling(step).of(this::at);
  }

  /** How many values of {@link #curve} were below zero before they were raised to it. */
  default int belowZero(Duration step) {
    Sampling sampling = sampling(step);
    int below = 0;
    for (int i = 0; i < sampling.values(); i++) {
      below += at(i * step.toSeconds()) < 0 ? 1 : 0;
    }
    return below;
  }

  private Sampling sampling(Duration step) {
    Duration span =
        span()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the load has no end: write how long it lasts, such as \"for 1h\""));
    return new Sampling(span, step);
  }
}
