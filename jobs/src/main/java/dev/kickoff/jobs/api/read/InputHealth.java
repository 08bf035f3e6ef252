package dev.kickoff.jobs.api.read;

import java.time.Instant;
import java.util.Optional;

/**
 * How one input does.
 *
 * @param source {@code demand}, {@code forecast-near}, {@code forecast-far}, {@code fleet} or
 *     {@code calendar}
 * @param name the service, the group, or {@code all}
 * @param newestAt end of the newest minute, issue of the newest forecast, last look at the fleet;
 *     empty before the first
 * @param ageSeconds of engine time
 * @param stale older than it should be
 * @param arrival how it comes in; for demand only
 * @param rejected what was put aside; for demand in all, and the calendar
 * @param problem why it cannot be read
 */
public record InputHealth(
    String source,
    String name,
    Optional<Instant> newestAt,
    Optional<Double> ageSeconds,
    boolean stale,
    Optional<Arrival> arrival,
    Optional<Rejected> rejected,
    Optional<String> problem) {

  /**
   * How minutes come in.
   *
   * @param lagSeconds from the end of the newest minute to its emission, in event time
   * @param gaps minutes missing between the first and the last of the newest 48 hours
   * @param completeness of the newest minute: sources that reported over sources expected, 0..1
   */
  public record Arrival(double lagSeconds, long gaps, double completeness) {}

  /** What was put aside since the topic of dead letters begins; the reason is the newest one's. */
  public record Rejected(long late, long malformed, String lastReason) {}
}
