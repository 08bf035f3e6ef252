package dev.kickoff.connectors.awssim.fault;

import dev.kickoff.connectors.awssim.query.QueryError;
import dev.kickoff.model.simulation.SeededNoise;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Decides for each request in turn what becomes of it; safe for several threads. */
public final class RequestFate {
  private static final long THROTTLED = 1;
  private static final long FAILED = 2;
  private static final long LOST = 3;
  private static final long LATENCY = 4;
  private static final int LONGEST = 10;

  private final long seed;
  private final RequestFaults faults;
  private final AtomicLong requests = new AtomicLong();

  public RequestFate(FaultPlan plan) {
    this.seed = plan.seed();
    this.faults = plan.requests();
  }

  /**
   * Carries out a request, or not.
   *
   * @throws QueryError what the caller is answered instead
   */
  public <T> T carryOut(Supplier<T> request) {
    long number = requests.getAndIncrement();
    if (!faults.latency().isZero()) {
      delay(number);
    }
    if (draw(THROTTLED, number) < faults.throttled()) {
      throw new QueryError(400, "Throttling", "Rate exceeded");
    }
    if (draw(FAILED, number) < faults.failed()) {
      throw internalFailure();
    }
    T answer = request.get();
    if (draw(LOST, number) < faults.lost()) {
      throw internalFailure();
    }
    return answer;
  }

  private static QueryError internalFailure() {
    return new QueryError(
        500, "InternalFailure", "The request processing has failed because of an unknown error");
  }

  private double draw(long stream, long number) {
    return new SeededNoise(seed, stream).uniform(number);
  }

  private void delay(long number) {
    double times = Math.min(LONGEST, -Math.log(1 - draw(LATENCY, number)));
    Duration delay = Duration.ofNanos((long) (times * faults.latency().toNanos()));
    try {
      // sleeps because a slow answer is what was asked for
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server stops; the answer no longer matters
    }
  }
}
