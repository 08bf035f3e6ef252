package dev.kickoff.jobs.api.view;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/**
 * The engine's clock as it is shown to people.
 *
 * @param clock engine time, which may be virtual
 * @param speed engine seconds per second of wall time; 1 in real time
 * @param ended whether recorded demand was played to its end, so that nothing more will come
 */
public record EngineTime(InstantSource clock, DoubleSupplier speed, BooleanSupplier ended) {
  /** A clock that runs in real time and never ends. */
  public static EngineTime live(InstantSource clock) {
    return new EngineTime(clock, () -> 1.0, () -> false);
  }

  /** Engine time now. */
  public Instant now() {
    return clock.instant();
  }
}
