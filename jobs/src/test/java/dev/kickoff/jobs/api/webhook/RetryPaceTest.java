package dev.kickoff.jobs.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.api.webhook.WebhookSettings.Retries;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryPaceTest {
  private final RetryPace pace = new RetryPace(Retries.STANDARD, new Random(7));

  @Test
  void waitsTwiceAsLongEachTimeUpToAMinuteLessUpToHalf() {
    for (long due : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      Duration pause = pace.afterFailure(Optional.empty(), Duration.ZERO).orElseThrow();
      assertThat(pause).isBetween(Duration.ofMillis(due * 500), Duration.ofSeconds(due));
    }
  }

  @Test
  void waitsAsLongAsTheReceiverWantsButNeverLess() {
    Duration two = Duration.ofMinutes(2);
    assertThat(pace.afterFailure(Optional.of(two), Duration.ZERO)).hasValue(two);
    assertThat(pace.afterFailure(Optional.of(Duration.ofMillis(1)), Duration.ZERO).orElseThrow())
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void givesUpWhenTheNextAttemptWouldBeTooLate() {
    assertThat(pace.afterFailure(Optional.empty(), Duration.ofMinutes(15))).isEmpty();
  }
}
