package dev.kickoff.model.lab.sim;

import java.time.Duration;

/** The steps of a run: how long one is, and how many a time has. */
public record Beat(int stepSeconds, Draw draw) {
  private static final double MILLIS = 1_000;

  /** Steps of a duration, rounded to the nearest. */
  public int steps(Duration time) {
    return (int) Math.rint(time.toMillis() / MILLIS / stepSeconds);
  }

  /** Steps by which the alarm's periods are shifted. */
  public int phase() {
    return steps(draw.phase());
  }

  /** Steps from asked-for to in service, the median. */
  public int boot() {
    return steps(draw.boot());
  }
}
