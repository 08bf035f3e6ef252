package dev.kickoff.model.capacity.quantile;

import dev.kickoff.model.forecast.Quantiles;
import java.time.Duration;

/**
 * One quantile level for every step.
 *
 * @param level 0.5..0.99
 */
public record FixedQuantile(double level) implements QuantileChoice {
  public FixedQuantile {
    if (!(level >= 0.5 && level <= 0.99)) {
      throw new IllegalArgumentException("quantile " + level + " must be within 0.5..0.99");
    }
  }

  @Override
  public Chosen of(Quantiles peak, double requestsPerHost, Duration leadTime) {
    return new Chosen(level, peak.at(level));
  }
}
