package dev.kickoff.jobs.api.webhook;

import dev.kickoff.jobs.api.webhook.WebhookSettings.Retries;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When one delivery is tried again: twice as long after each failure, of which a random half is
 * left away so that receivers are not all asked at once, and never before the receiver wants it.
 */
final class RetryPace {
  private static final int MOST_DOUBLINGS = 30;

  private final Retries retries;
  private final RandomGenerator random;
  private int failures;

  RetryPace(Retries retries, RandomGenerator random) {
    this.retries = retries;
    this.random = random;
  }

  /**
   * The pause after a failure; empty when it is given up.
   *
   * @param asked what the receiver wants to be left alone for
   * @param trying how long ago the first attempt began
   */
  Optional<Duration> afterFailure(Optional<Duration> asked, Duration trying) {
    long doubled = retries.first().toMillis() << Math.min(failures, MOST_DOUBLINGS);
    long due = Math.min(retries.most().toMillis(), doubled);
    failures++;
    Duration own = Duration.ofMillis(due - (long) (random.nextDouble() * due / 2));
    Duration pause = asked.filter(longer -> longer.compareTo(own) > 0).orElse(own);
    boolean inTime = trying.plus(pause).compareTo(retries.giveUpAfter()) <= 0;
    return Optional.of(pause).filter(p -> inTime);
  }
}
