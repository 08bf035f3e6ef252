package dev.kickoff.model.capacity.quantile;

import dev.kickoff.model.forecast.Quantiles;
import java.time.Duration;

/**
 * The level at which one more host costs as much as the shortage it averts: the newsvendor's
 * critical fractile (Arrow, Harris, Marschak: Optimal Inventory Policy, Econometrica 19, 1951).
 *
 * <p>Let m = P(D &gt; n hosts) be the chance of a miss, and h its hazard, the share of m that one
 * more host averts. A host costs c = hostHour / 60 a minute; it averts the cost S of a short minute
 * with chance h m, and carries U of unmet demand with chance m. The optimum is at
 *
 * <pre>m = c / (rho (S h + U) + c)</pre>
 *
 * which for S = 0 and rho = 1 is the textbook's U / (U + c). Between the four quantiles the tail is
 * exponential, so h = ln(m1 / m2) / (n2 - n1): a wide step (an event far ahead) has a lower level
 * than a narrow one at equal costs, and so has a large fleet, since a short minute costs S however
 * many hosts are missing.
 *
 * <p>rho is the share of misses that show: one is found after {@link #FOUND} and mended a lead time
 * later, and what stands by then stays, so that rho = (lead + found) / (lead + found + {@link
 * #STAYS}).
 *
 * @param costs of a host and of a shortage
 */
public record CriticalFractile(PlanningCosts costs) implements QuantileChoice {
  /** How long it takes to see that demand is above the plan: a minute, its way, and a tick. */
  static final Duration FOUND = Duration.ofSeconds(90);

  /** How long raised capacity stays where demand goes on wavering, as measured; see DESIGN.md. */
  static final Duration STAYS = Duration.ofMinutes(150);

  private static final double THOUSAND = 1000;

  @Override
  public Chosen of(Quantiles peak, double requestsPerHost, Duration leadTime) {
    double[] levels = Quantiles.levels();
    double[] values = peak.values();
    for (int i = levels.length - 1; i > 0; i--) {
      double hosts = (values[i] - values[i - 1]) / requestsPerHost;
      if (hosts > 0) {
        double hazard = Math.log((1 - levels[i - 1]) / (1 - levels[i])) / hosts;
        double miss = miss(hazard, requestsPerHost, leadTime);
        if (miss <= 1 - levels[i]) {
          return new Chosen(levels[i], values[i]);
        }
        if (miss < 1 - levels[i - 1]) {
          double above = Math.log((1 - levels[i - 1]) / miss) / hazard;
          double demand = values[i - 1] + above * requestsPerHost;
          return new Chosen(1 - miss, Math.min(values[i], demand));
        }
      }
    }
    boolean certain = values[0] == values[levels.length - 1];
    return new Chosen(levels[certain ? levels.length - 1 : 0], values[0]);
  }

  private double miss(double hazard, double requestsPerHost, Duration leadTime) {
    double host = costs.hostHour() / 60;
    double unmet = costs.unmetThousand().orElse(0) * requestsPerHost / THOUSAND;
    double averted = shown(leadTime) * (costs.shortMinute() * hazard + unmet);
    return averted + host == 0 ? 1 : host / (averted + host);
  }

  private static double shown(Duration leadTime) {
    double mended = leadTime.plus(FOUND).toMillis();
    return mended / (mended + STAYS.toMillis());
  }
}
