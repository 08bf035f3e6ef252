package dev.kickoff.model.simulation;

import dev.kickoff.model.capacity.quantile.PlanningCosts;
import java.util.OptionalDouble;

/**
 * What capacity and its absence cost, both in one currency of the reader's choice.
 *
 * @param hostHour one host in service for an hour, finite and not negative
 * @param shortMinute one minute in which demand needs more hosts than are in service, finite and
 *     not negative
 * @param unmetThousand 1,000 requests above what the hosts in service carry, finite and not
 *     negative; empty where only the minute counts
 */
public record Costs(double hostHour, double shortMinute, OptionalDouble unmetThousand) {
  /** The costs of the published examples: 0.10 an hour of a host, 5.00 a short minute. */
  public static final Costs DEFAULT = new Costs(0.10, 5.00);

  public Costs {
    if (!isCost(hostHour) || !isCost(shortMinute) || !isCost(unmetThousand.orElse(0))) {
      throw new IllegalArgumentException(
          "costs must be finite and not negative: %s an hour, %s a minute, %s per thousand"
              .formatted(hostHour, shortMinute, unmetThousand));
    }
  }

  /** Costs of hosts and of short minutes, however short they are. */
  public Costs(double hostHour, double shortMinute) {
    this(hostHour, shortMinute, OptionalDouble.empty());
  }

  /** What {@code unmet} requests cost that no host could carry. */
  public double ofUnmet(double unmet) {
    return unmet / 1000 * unmetThousand.orElse(0);
  }

  /** The same for the planner. */
  public PlanningCosts planning() {
    return new PlanningCosts(hostHour, shortMinute, unmetThousand);
  }

  private static boolean isCost(double value) {
    return value >= 0 && value < Double.POSITIVE_INFINITY;
  }
}
