package dev.kickoff.model.capacity.quantile;

import java.util.OptionalDouble;

/**
 * What a plan weighs against each other: idle hosts and unmet demand, in one currency of the
 * reader's choice.
 *
 * @param hostHour one host for an hour, finite and not negative
 * @param shortMinute one minute in which demand needs more hosts than serve, however many more;
 *     finite and not negative
 * @param unmetThousand 1,000 requests that no host could carry, finite and not negative; empty
 *     where only the minute counts
 */
public record PlanningCosts(double hostHour, double shortMinute, OptionalDouble unmetThousand) {
  /** The costs of the published examples: 0.10 an hour of a host, 5.00 a short minute. */
  public static final PlanningCosts STANDARD =
      new PlanningCosts(0.10, 5.00, OptionalDouble.empty());

  public PlanningCosts {
    if (!isCost(hostHour) || !isCost(shortMinute) || !isCost(unmetThousand.orElse(0))) {
      throw new IllegalArgumentException(
          "costs must be finite and not negative: %s an hour, %s a minute, %s per thousand"
              .formatted(hostHour, shortMinute, unmetThousand));
    }
  }

  private static boolean isCost(double value) {
    return value >= 0 && value < Double.POSITIVE_INFINITY;
  }
}
