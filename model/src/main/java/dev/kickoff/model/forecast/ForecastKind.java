package dev.kickoff.model.forecast;

import java.time.Duration;

/** The two forecasts that the job keeps current for each service. */
public enum ForecastKind {
  /** The next hour in one-minute steps, renewed every minute. */
  NEAR(Duration.ofMinutes(1), Duration.ofHours(1)),
  /** The next 48 hours in five-minute steps, renewed every quarter of an hour and on changes. */
  FAR(Duration.ofMinutes(5), Duration.ofHours(48));

  private final Duration resolution;
  private final Duration horizon;

  ForecastKind(Duration resolution, Duration horizon) {
    this.resolution = resolution;
    this.horizon = horizon;
  }

  /** Length of each step. */
  public Duration resolution() {
    return resolution;
  }

  /** How far ahead it reaches. */
  public Duration horizon() {
    return horizon;
  }
}
