package dev.kickoff.model.capacity.quantile;

import dev.kickoff.model.forecast.Quantiles;
import java.time.Duration;

/** How much of a step's uncertain demand is planned for. */
@FunctionalInterface
public interface QuantileChoice {
  /**
   * The level and the demand to plan for.
   *
   * @param peak of the step's highest minute, in requests per minute
   * @param requestsPerHost what one host carries a minute, above 0
   * @param leadTime its p95
   */
  Chosen of(Quantiles peak, double requestsPerHost, Duration leadTime);

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
