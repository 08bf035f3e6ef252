package dev.kickoff.jobs.collect;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a source that fails is left alone: twice as long each time, up to ten minutes. */
final class Backoff {
  static final Duration MOST = Duration.ofMinutes(10);

  private final Duration usual;
  private final RandomGenerator random;
  private int failures;

  /**
   * @param usual the pause after a success
   */
  Backoff(Duration usual, RandomGenerator random) {
    this.usual = usual;
    this.random = random;
  }

  /** The pause after a success. */
  Duration afterSuccess() {
    failures = 0;
    return usual;
  }

  /** The pause after a failure: between half of what is due and all of it. */
  Duration afterFailure() {
    long most = Math.max(MOST.toMillis(), usual.toMillis());
    long due = Math.min(most, usual.toMillis() << Math.min(failures, 20));
    failures++;
    return Duration.ofMillis(due / 2 + (long) (random.nextDouble() * due / 2));
  }
}
