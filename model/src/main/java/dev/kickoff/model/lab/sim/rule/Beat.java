package dev.kickoff.model.lab.sim.rule;

import java.time.Duration;

/**
 * The steps of a run.
 *
 * @param stepSeconds between two steps, 1 or more
 * @param phase by how much the alarm's periods are shifted, in steps
 * @param boot from asked-for to in service, the median, in steps
 */
public record Beat(int stepSeconds, int phase, int boot) {
  private static final double MILLIS = 1_000;

  /** The beat of a run whose alarms and hosts keep these times. */
  public static Beat of(int stepSeconds, Duration phase, Duration boot) {
    return new Beat(stepSeconds, steps(phase, stepSeconds), steps(boot, stepSeconds));
  }

  /** Steps of a duration, rounded to the nearest. */
  public int steps(Duration time) {
    return steps(time, stepSeconds);
  }

  private static int steps(Duration time, int stepSeconds) {
    return (int) Math.rint(time.toMillis() / MILLIS / stepSeconds);
  }
}
