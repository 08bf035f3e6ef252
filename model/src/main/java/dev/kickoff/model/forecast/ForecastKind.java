package dev.kickoff.model.forecast;

/** The two forecasts that the job keeps current for each service. */
public enum ForecastKind {
  /** The next hour in one-minute steps, renewed every minute. */
  NEAR,
  /** The next 48 hours in five-minute steps, renewed every quarter of an hour and on changes. */
  FAR
}
