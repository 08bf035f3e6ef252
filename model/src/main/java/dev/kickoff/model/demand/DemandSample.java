package dev.kickoff.model.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One reading of offered work, as a producer reported it.
 *
 * <p>Identity is (service, source, name, at, tags): the same identity with the same value is a
 * duplicate, with another value a correction.
 *
 * @param source who measured it, a collector or a host
 * @param name what was measured, {@code requests} for demand, else the name of a signal
 * @param at start of the period that the reading covers
 * @param period how long it covers; longer than zero and at most one day
 * @param value finite and not negative, in {@code unit}
 * @param tags dimensions of the reading, sorted by key; empty when there are none
 */
public record DemandSample(
    Service service,
    String source,
    String name,
    Instant at,
    Duration period,
    double value,
    DemandUnit unit,
    Map<String, String> tags) {

  /** The name of the readings that count as demand. */
  public static final String REQUESTS = "requests";

  /** The name of the records that carry no reading and only say how far their source has come. */
  public static final String HEARTBEAT = "kickoff.heartbeat";

  public DemandSample {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "value " + value + " of " + service + " at " + at + " must be finite and not negative");
    }
    if (period.isNegative() || period.isZero() || period.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "period " + period + " of " + service + " at " + at + " must be within (0, 1 day]");
    }
    SortedMap<String, String> sorted = new TreeMap<>(tags);
    tags = Collections.unmodifiableSortedMap(sorted);
  }

  /** The end, exclusive, of what the reading covers: when it can be known at the earliest. */
  public Instant until() {
    return at.plus(period);
  }

  /** The reading as a rate in requests per minute. */
  public double requestsPerMinute() {
    return unit.toRequestsPerMinute(value, period);
  }
}
