package dev.kickoff.model.capacity;

import dev.kickoff.model.capacity.quantile.CriticalFractile;
import dev.kickoff.model.capacity.quantile.FixedQuantile;
import dev.kickoff.model.capacity.quantile.PlanningCosts;
import dev.kickoff.model.capacity.quantile.QuantileChoice;
import java.time.Duration;

/**
 * How a forecast is turned into capacity.
 *
 * @param quantile of the highest minute that the hosts must carry
 * @param slot beyond the near forecast, capacity changes at most once in each slot; a whole number
 *     of minutes that divides a day
 * @param hold how long capacity of the far forecast stays after it was last needed
 * @param margin how much earlier than the lead time hosts are asked for
 * @param tolerance far plans lower only where the need falls below this share of the level, 0..1
 * @param grain hosts are rounded up to a multiple of this share of themselves, 0..0.5
 * @param allowance what a plan may add beside a reactive policy
 */
public record PlanningPolicy(
    QuantileChoice quantile,
    Duration slot,
    Duration hold,
    Duration margin,
    double tolerance,
    double grain,
    Allowance allowance) {

  /** Quantiles by the standard costs, in grains of 5 %, a minute ahead of the lead time. */
  public static final PlanningPolicy STANDARD =
      standard(new CriticalFractile(PlanningCosts.STANDARD));

  public PlanningPolicy {
    if (slot.isZero() || Duration.ofDays(1).toMillis() % slot.toMillis() != 0) {
      throw new IllegalArgumentException("slot " + slot + " must divide a day");
    }
    if (!(grain >= 0 && grain <= 0.5)) {
      throw new IllegalArgumentException("grain " + grain + " must be within 0..0.5");
    }
    if (hold.isNegative() || margin.isNegative() || !(tolerance > 0 && tolerance <= 1)) {
      throw new IllegalArgumentException(
          "hold " + hold + ", margin " + margin + ", tolerance " + tolerance + " out of range");
    }
  }

  /** A policy of one quantile, 0.5..0.99, with the standard allowance. */
  public PlanningPolicy(
      double quantile,
      Duration slot,
      Duration hold,
      Duration margin,
      double tolerance,
      double grain) {
    this(new FixedQuantile(quantile), slot, hold, margin, tolerance, grain, Allowance.STANDARD);
  }

  /** The standard policy with another choice of quantiles. */
  public static PlanningPolicy standard(QuantileChoice quantile) {
    return new PlanningPolicy(
        quantile,
        Duration.ofMinutes(15),
        Duration.ofMinutes(20),
        Duration.ofMinutes(1),
        0.9,
        0.05,
        Allowance.STANDARD);
  }
}
