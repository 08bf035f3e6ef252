package dev.kickoff.jobs.control;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The clock of the machine, as opposed to the engine's.
 *
 * @param time tells the time of day
 * @param nanos only ever goes on, in nanoseconds
 */
public record WallClock(InstantSource time, LongSupplier nanos) {
  /** This machine's. */
  public static final WallClock SYSTEM = new WallClock(InstantSource.system(), System::nanoTime);
}
