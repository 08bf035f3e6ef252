package dev.kickoff.model.capacity;

import java.time.Duration;

/**
 * How a forecast is turned into capacity.
 *
 * @param quantile of the highest minute that the hosts must carry, 0.5..0.99
 * @param slot capacity changes at most once in each slot; a whole number of minutes that divides a
 *     day
 * @param hold how long capacity stays after it was last needed
 * @param margin how much earlier than the lead time hosts are asked for
 * @param tolerance plans lower only where the need falls below this share of the level, 0..1
 * @param grain hosts are rounded up to a multiple of this share of themselves, 0..0.5
 */
public record PlanningPolicy(
    double quantile,
    Duration slot,
    Duration hold,
    Duration margin,
    double tolerance,
    double grain) {

  /**
   * The p99 in slots of 15 minutes, held for 20, in grains of 10 %, two minutes ahead of the lead
   * time.
   */
  public static final PlanningPolicy STANDARD =
      new PlanningPolicy(
          0.99, Duration.ofMinutes(15), Duration.ofMinutes(20), Duration.ofMinutes(2), 0.9, 0.1);

  public PlanningPolicy {
    if (!(quantile >= 0.5 && quantile <= 0.99)) {
      throw new IllegalArgumentException("quantile " + quantile + " must be within 0.5..0.99");
    }
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
}
