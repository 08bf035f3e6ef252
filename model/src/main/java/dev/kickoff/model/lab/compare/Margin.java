package dev.kickoff.model.lab.compare;

import java.util.Locale;

/**
 * How much of a metric counts.
 *
 * @param amount 0 or more; in the metric's unit, or in percent of what the base has
 * @param percent whether it is in percent
 */
public record Margin(double amount, boolean percent) {
  private static final double PERCENT = 100;

  public Margin {
    if (!(amount >= 0) || Double.isInfinite(amount)) {
      throw new IllegalArgumentException("a margin of " + amount);
    }
  }

  /** In the metric's unit, where the base has this much of it. */
  public double of(double base) {
    return percent ? amount / PERCENT * Math.abs(base) : amount;
  }

  @Override
  public String toString() {
    String number =
        amount == Math.rint(amount)
            ? String.format(Locale.ROOT, "%.0f", amount)
            : Double.toString(amount);
    return percent ? number + " %" : number;
  }
}
