package dev.kickoff.model.simulation;

/**
 * What capacity and its absence cost, both in one currency of the reader's choice.
 *
 * @param hostHour one host in service for an hour, finite and not negative
 * @param shortMinute one minute in which demand needs more hosts than are in service, finite and
 *     not negative
 */
public record Costs(double hostHour, double shortMinute) {
  /** The costs of the published examples: 0.10 an hour of a host, 5.00 a short minute. */
  public static final Costs DEFAULT = new Costs(0.10, 5.00);

  public Costs {
    if (!isCost(hostHour) || !isCost(shortMinute)) {
      throw new IllegalArgumentException(
          "costs must be finite and not negative: " + hostHour + ", " + shortMinute);
    }
  }

  private static boolean isCost(double value) {
    return value >= 0 && value < Double.POSITIVE_INFINITY;
  }
}
