package dev.kickoff.model.control.surroundings;

import dev.kickoff.model.forecast.health.BucketHealth;
import dev.kickoff.model.forecast.health.ForecastHealth;
import dev.kickoff.model.forecast.health.HealthBucket;
import java.util.Optional;

/**
 * How far the forecasts of a service may be trusted to lower its floor.
 *
 * @param degraded whether those that were judged lately covered too little, or lay too high or low
 * @param words one sentence for an operator
 */
public record ForecastTrust(boolean degraded, String words) {
  /** What the forecasts of an hour ahead deserve; empty while too few of them are judged. */
  public static Optional<ForecastTrust> of(ForecastHealth health) {
    return health.buckets().stream()
        .filter(bucket -> bucket.bucket() == HealthBucket.HOUR)
        .filter(bucket -> bucket.verdict() != BucketHealth.Verdict.UNKNOWN)
        .findFirst()
        .map(
            bucket ->
                new ForecastTrust(
                    bucket.verdict() == BucketHealth.Verdict.DEGRADED, bucket.inWords()));
  }
}
