package dev.kickoff.jobs.api.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one receiver one thing: until it takes it, or it is put aside, or there is no more time.
 */
final class Teller {
  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

  private final WebhookSettings hook;
  private final Shared shared;
  private final WebhookClient client;
  private final RandomGenerator random = new Random();
  private volatile boolean stopping;

  /** What all receivers have in common. */
  record Shared(String bootstrap, PutAside aside, WebhookMetrics metrics) {}

  Teller(WebhookSettings hook, WebhookClient client, Shared shared) {
    this.hook = hook;
    this.client = client;
    this.shared = shared;
  }

  /**
   * Tells.
   *
   * @param from is a member of its group while the receiver is left alone
   * @param entry that the message was made of
   * @return false when it is to be told by another, or after the next start
   */
  boolean tell(HookConsumer from, WebhookMessage message, HookEntry entry)
      throws InterruptedException {
    RetryPace pace = new RetryPace(hook.retries(), random);
    long begun = System.nanoTime();
    while (!stopping) {
      Attempt attempt = client.post(message);
      if (attempt.result() == Attempt.Result.DELIVERED) {
        shared.metrics().count(hook.name(), "delivered");
        return true;
      }
      if (stopping) {
        return false;
      }
      shared.metrics().count(hook.name(), "failed");
      LOG.info("webhook {}: the receiver of {} {}", hook.name(), message.id(), attempt.words());
      Optional<Duration> pause =
          attempt.result() == Attempt.Result.REFUSED
              ? Optional.empty()
              : pace.afterFailure(attempt.pause(), Duration.ofNanos(System.nanoTime() - begun));
      if (pause.isEmpty()) {
        String reason = "the receiver " + attempt.words();
        shared.aside().keep(hook.name(), message, entry.record(), reason);
        shared.metrics().count(hook.name(), "put-aside");
        return true;
      }
      if (!from.rest(pause.get(), entry.partition())) {
        return false;
      }
    }
    return false;
  }

  /** Tells nothing more, and ends the attempt that is under way; from another thread. */
  void stop() {
    stopping = true;
    client.cancel();
  }
}
