package dev.kickoff.connectors.aws;

import dev.kickoff.model.fleet.FleetException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many calls that change something may be made to an account and region: a bucket of tokens,
 * one a call, that fills evenly in wall time.
 *
 * <p>Safe for several threads; they are served in the order in which they came.
 */
public final class CallBudget {
  /** Calls a second in the long run; AWS allows more, but shares it with everybody else there. */
  public static final double PER_SECOND = 5;

  /** Calls that may be made at once after a calm. */
  public static final int BURST = 10;

  private final double perSecond;
  private final int burst;
  private final LongSupplier nanos;
  private final Waiting waiting;
  private double tokens;
  private long filledAt;

  /** How a caller waits for its turn. */
  interface Waiting {
    void pass(Duration time) throws InterruptedException;
  }

  /**
   * A full bucket.
   *
   * @param nanos tells wall time in nanoseconds from any origin
   */
  CallBudget(double perSecond, int burst, LongSupplier nanos, Waiting waiting) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.nanos = nanos;
    this.waiting = waiting;
    this.tokens = burst;
    this.filledAt = nanos.getAsLong();
  }

  /** The usual budget of an account and region. */
  public static CallBudget usual() {
    // sleeps because a turn comes with time alone
    return new CallBudget(PER_SECOND, BURST, System::nanoTime, t -> Thread.sleep(t.toMillis()));
  }

  /**
   * Takes a token, and waits for it where it must.
   *
   * @throws FleetException TRANSIENT, at once, where the wait would be longer than {@code atMost}
   */
  void take(Duration atMost) {
    Duration wait = reserve(atMost);
    if (wait.isZero()) {
      return;
    }
    try {
      waiting.pass(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FleetException(
          FleetException.Kind.TRANSIENT, "interrupted while waiting for the call budget", e);
    }
  }

  private synchronized Duration reserve(Duration atMost) {
    long now = nanos.getAsLong();
    tokens = Math.min(burst, tokens + (now - filledAt) / 1e9 * perSecond);
    filledAt = now;
    double missing = Math.max(0, 1 - tokens);
    Duration wait = Duration.ofNanos((long) Math.ceil(missing / perSecond * 1e9));
    if (wait.compareTo(atMost) > 0) {
      throw new FleetException(
          FleetException.Kind.TRANSIENT,
          "more than %.3g changing calls a second; the next turn is in %d ms, tried again later"
              .formatted(perSecond, wait.toMillis()));
    }
    tokens -= 1;
    return wait;
  }
}
