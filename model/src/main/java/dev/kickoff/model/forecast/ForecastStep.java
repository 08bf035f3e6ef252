package dev.kickoff.model.forecast;

import java.time.Instant;

/**
 * What demand is expected to be in one step.
 *
 * @param from start of the step
 * @param until its end, exclusive
 * @param mean quantiles of the step's mean demand (its sum, where counts are forecast)
 * @param peak quantiles of the step's highest minute; equal to {@code mean} where the demand is not
 *     known by the minute
 */
public record ForecastStep(Instant from, Instant until, Quantiles mean, Quantiles peak) {
  public ForecastStep {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("step at " + from + " ends at " + until);
    }
  }

  /** This step with its {@linkplain Quantiles#rounded() quantiles rounded}. */
  public ForecastStep rounded() {
    return new ForecastStep(from, until, mean.rounded(), peak.rounded());
  }
}
