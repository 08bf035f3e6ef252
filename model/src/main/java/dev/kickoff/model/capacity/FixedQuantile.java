package dev.kickoff.model.capacity;

import dev.kickoff.model.forecast.Quantiles;

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
  public Chosen of(Quantiles peak, HostProfile profile, LeadTime leadTime) {
    return new Chosen(level, peak.at(level));
  }
}
