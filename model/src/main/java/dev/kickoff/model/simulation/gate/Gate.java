package dev.kickoff.model.simulation.gate;

import dev.kickoff.model.simulation.Scorecard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The gate before a group is given to Kickoff: acting is recommended only where a replay of the
 * group's own last weeks shows that it helps and that forecasts can be trusted.
 *
 * <p>All three must hold: two weeks of demand; fewer under-provisioned minutes than now, or none as
 * now at no more cost; and the {@linkplain ShortfallBound upper bound} on the share of minutes with
 * more demand than the p99 promised within {@link #SHORTFALL_LIMIT}.
 */
public final class Gate {
  /** The least demand that is judged. */
  public static final Duration LEAST_HISTORY = Duration.ofDays(14);

  /** What comes before the minutes that are judged, for forecasts to learn from. */
  public static final Duration LEARNING = Duration.ofDays(1);

  /**
   * The share of minutes that demand may exceed the p99 in: the 1 % it says, and 2 % of tolerance.
   * Some weeks hold no more proof: a p99 that is right passes nearly always when misses come alone,
   * and a p95 in its place is refused.
   */
  public static final double SHORTFALL_LIMIT = 0.03;

  private Gate() {}

  /** Whether there is demand enough to judge. */
  public static Finding history(Instant from, Instant until) {
    Duration there = Duration.between(from, until);
    boolean enough = there.compareTo(LEAST_HISTORY) >= 0;
    String said =
        text(
            "There are %.1f days of demand, from %s to %s; %s",
            there.toMinutes() / 1440.0,
            from,
            until,
            enough ? "14 are enough." : "14 are needed, so nothing was judged.");
    return new Finding("enough-history", enough, said);
  }

  /** Whether acting leaves fewer minutes short. */
  public static Finding shortage(Scorecard card, String now) {
    long before = card.now().underMinutes();
    long after = card.acting().underMinutes();
    double dearer = card.moreCost();
    String cost =
        text(
            "%.1f host-hours instead of %.1f, and at the fleet's prices %.2f %s in all",
            card.acting().hostHours(),
            card.now().hostHours(),
            Math.abs(dearer),
            dearer > 0 ? "dearer" : "cheaper");
    String change;
    if (before == 0 && after == 0) {
      change = "No minute was under-provisioned either way";
    } else {
      String way = after < before ? "fall" : after == before ? "do not fall" : "rise";
      change =
          text(
              "Under-provisioned minutes %s from %d with %s to %d with kickoff, of %d",
              way, before, now, after, card.now().minutes());
    }
    return new Finding(
        "under-provisioned", card.isBetter(), change + "; acting takes " + cost + ".");
  }

  /** Whether the p99 can be relied on; {@code ahead} is how early it was issued. */
  public static Finding shortfall(ShortfallBound bound, Duration ahead) {
    boolean holds = bound.upper() <= SHORTFALL_LIMIT;
    String said =
        text(
            "Demand exceeded the p99 forecast %d minutes ahead in %.2f %% of %d minutes; from %d"
                + " days as units, the true share is with 95 %% confidence at most %.2f %%, %s the"
                + " limit of %.0f %%.",
            ahead.toMinutes(),
            100 * bound.share(),
            bound.minutes(),
            bound.days(),
            100 * bound.upper(),
            holds ? "within" : "above",
            100 * SHORTFALL_LIMIT);
    return new Finding("p99", holds, said);
  }

  /** Whether every condition holds. */
  public static boolean recommends(List<Finding> findings) {
    return findings.stream().allMatch(Finding::holds);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
