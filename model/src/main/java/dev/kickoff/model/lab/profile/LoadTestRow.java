package dev.kickoff.model.lab.profile;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What one host was seen to do at one moment of a load test.
 *
 * @param at when it was measured
 * @param rpm requests per minute on this host, 0 or more
 * @param cpu processor in percent, 0..100
 * @param latencyMs the p95 of the time to answer, in milliseconds, above 0; empty where unknown
 * @param cacheHit share of requests that a cache answered, 0..1; empty where unknown
 */
public record LoadTestRow(
    Instant at, double rpm, double cpu, OptionalDouble latencyMs, OptionalDouble cacheHit) {
  public LoadTestRow {
    boolean valid =
        rpm >= 0
            && !Double.isInfinite(rpm)
            && cpu >= 0
            && cpu <= 100
            && latencyMs.stream().allMatch(ms -> ms > 0 && !Double.isInfinite(ms))
            && cacheHit.stream().allMatch(share -> share >= 0 && share <= 1);
    if (!valid) {
      throw new IllegalArgumentException(
          "%s requests per minute, %s %% processor, %s ms, cache %s at %s"
              .formatted(rpm, cpu, latencyMs, cacheHit, at));
    }
  }
}
