package dev.kickoff.model.lab.sim;

import java.time.Duration;

/**
 * A stretch of a run.
 *
 * @param from since the run began, not negative
 * @param until exclusive, after {@code from}
 */
public record Stretch(Duration from, Duration until) {
  public Stretch {
    if (from.isNegative() || until.compareTo(from) <= 0) {
      throw new IllegalArgumentException("a stretch from " + from + " until " + until);
    }
  }

  boolean holds(long second) {
    return second >= from.toSeconds() && second < until.toSeconds();
  }
}
