package dev.kickoff.model.demand.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One value of a metric, as its source keeps it.
 *
 * @param at start of the period that it covers
 * @param period how long it covers, greater than zero
 * @param value finite
 * @param tags which of several series of the metric it belongs to, sorted; empty for the only one
 */
public record MetricPoint(Instant at, Duration period, double value, Map<String, String> tags) {
  public MetricPoint {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value " + value + " at " + at + " must be finite");
    }
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  /** A value of the only series of its metric. */
  public MetricPoint(Instant at, Duration period, double value) {
    this(at, period, value, Map.of());
  }

  /** End, exclusive, of what it covers. */
  public Instant until() {
    return at.plus(period);
  }
}
