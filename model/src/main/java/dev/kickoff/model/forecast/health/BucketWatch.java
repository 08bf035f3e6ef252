package dev.kickoff.model.forecast.health;

import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/** What was forecast in one bucket and has not come yet, and how well held what has. */
final class BucketWatch {
  private static final double LEAST_KNOWN = 0.8;

  private final HealthBucket bucket;
  private final Queue<Pending> pending = new ArrayDeque<>();
  private final Judged judged = new Judged();
  private Instant promisedUntil = Instant.MIN;
  private double sum;
  private int known;

  private record Pending(Instant from, Instant until, double p50, double p95) {}

  BucketWatch(HealthBucket bucket) {
    this.bucket = bucket;
  }

  /** Remembers the steps that end as far ahead as this bucket asks, each stretch of time once. */
  void issued(DemandForecast forecast, Instant settledUntil) {
    if (forecast.kind() != bucket.kind()) {
      return;
    }
    Instant end = forecast.issuedAt().plus(bucket.ahead());
    Instant oldest = end.minus(bucket.every());
    Instant from = promisedUntil.isAfter(oldest) ? promisedUntil : oldest;
    for (ForecastStep step : forecast.steps()) {
      if (!step.from().isBefore(from)
          && !step.until().isAfter(end)
          && !step.from().isBefore(settledUntil)) {
        Quantiles mean = step.mean();
        pending.add(new Pending(step.from(), step.until(), mean.p50(), mean.p95()));
        promisedUntil = step.until();
      }
    }
  }

  /** Takes in a minute that is later than all before it. */
  void settled(Instant minute, double demand) {
    while (!pending.isEmpty() && !pending.peek().until().isAfter(minute)) {
      judge();
    }
    if (!pending.isEmpty() && !pending.peek().from().isAfter(minute)) {
      sum += demand;
      known++;
      if (!pending.peek().until().isAfter(minute.plus(ForecastHealth.MINUTE))) {
        judge();
      }
    }
  }

  private void judge() {
    Pending step = pending.remove();
    long minutes = Duration.between(step.from(), step.until()).toMinutes();
    if (known > 0 && known >= LEAST_KNOWN * minutes) {
      judged.add(sum / known, step.p50(), step.p95(), (int) minutes);
    }
    sum = 0;
    known = 0;
  }

  BucketHealth health() {
    return judged.health(bucket);
  }
}
