package dev.kickoff.model.capacity;

import dev.kickoff.model.forecast.Quantiles;

/** How much of a step's uncertain demand is planned for. */
@FunctionalInterface
public interface QuantileChoice {
  /** The level and the demand to plan for, where the step's highest minute is {@code peak}. */
  Chosen of(Quantiles peak, HostProfile profile, LeadTime leadTime);

  /** One level for every step. */
  static QuantileChoice fixed(double level) {
    return new FixedQuantile(level);
  }

  /**
   * What was chosen.
   *
   * @param level the quantile level, 0.5..0.99
   * @param demand its value, in requests per minute
   */
  record Chosen(double level, double demand) {}
}
