package dev.kickoff.model.simulation.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * A simulation's clock, and the way to let some of its time pass.
 *
 * @param clock tells the present
 * @param pass lets time pass while a call is under way; never called with zero
 */
public record VirtualTime(InstantSource clock, Consumer<Duration> pass) {
  /** Time that calls do not take. */
  public static VirtualTime standing(InstantSource clock) {
    return new VirtualTime(clock, time -> {});
  }

  Instant now() {
    return clock.instant();
  }
}
