package dev.kickoff.model.capacity.lead;

import dev.kickoff.model.capacity.LeadTime;
import java.time.Duration;

/**
 * How long launches take from asked-for to in service.
 *
 * @param p50 the median; each of the three is not below the one before
 * @param p95 what drives launch times
 * @param p99 what a wary operator asks about
 * @param launches how many were watched into service; 0 where it is as configured
 */
public record LeadTimeQuantiles(Duration p50, Duration p95, Duration p99, long launches) {
  public LeadTimeQuantiles {
    if (p50.isNegative() || p95.compareTo(p50) < 0 || p99.compareTo(p95) < 0 || launches < 0) {
      throw new IllegalArgumentException(
          "lead times %s, %s, %s of %d launches".formatted(p50, p95, p99, launches));
    }
  }

  /** What was configured; nothing is known beyond its p95. */
  static LeadTimeQuantiles configured(LeadTime lead) {
    return new LeadTimeQuantiles(lead.p50(), lead.p95(), lead.p95(), 0);
  }

  /** Whether it was measured. */
  public boolean isMeasured() {
    return launches > 0;
  }

  /** The part that plans are made with. */
  public LeadTime toLeadTime() {
    return new LeadTime(p50, p95);
  }
}
