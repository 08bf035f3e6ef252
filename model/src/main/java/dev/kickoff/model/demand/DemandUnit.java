package dev.kickoff.model.demand;

import java.time.Duration;

/** The unit a reading of demand is given in; inside the engine demand is requests per minute. */
public enum DemandUnit {
  /** Requests per minute, a rate. */
  RPM,
  /** Requests per second, a rate. */
  RPS,
  /** Requests counted during the reading's period. */
  COUNT;

  private static final double SECONDS_PER_MINUTE = 60.0;

  /**
   * The rate, in requests per minute, that a reading of this unit stands for.
   *
   * @param period the time the reading covers; longer than zero for {@link #COUNT}
   */
  public double toRequestsPerMinute(double value, Duration period) {
    return switch (this) {
      case RPM -> value;
      case RPS -> value * SECONDS_PER_MINUTE;
      case COUNT -> value * SECONDS_PER_MINUTE * 1000 / period.toMillis();
    };
  }

  /** Whether the readings of a longer step add up (counts) rather than average (rates). */
  public boolean addsUp() {
    return this == COUNT;
  }
}
