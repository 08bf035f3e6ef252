package dev.kickoff.model.capacity;

import java.time.Duration;

/**
 * The time from asking for a host to having it in service, launch and warm-up together.
 *
 * @param p50 its median, not negative
 * @param p95 what 95 of 100 launches take at most, not below the median
 */
public record LeadTime(Duration p50, Duration p95) {
  public LeadTime {
    if (p50.isNegative() || p95.compareTo(p50) < 0) {
      throw new IllegalArgumentException("lead time p50 " + p50 + " must be within 0.." + p95);
    }
  }

  /** A lead time that never varies. */
  public static LeadTime constant(Duration time) {
    return new LeadTime(time, time);
  }
}
