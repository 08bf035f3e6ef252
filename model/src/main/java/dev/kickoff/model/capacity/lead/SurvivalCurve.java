package dev.kickoff.model.capacity.lead;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The share of launches still pending after a time, by the product-limit estimator (Kaplan, Meier:
 * Nonparametric Estimation from Incomplete Observations, JASA 53, 1958), weighted.
 *
 * <p>A launch that still boots counts as longer than its age and no further, instead of being left
 * out, which would make slow zones look fast.
 */
final class SurvivalCurve {
  private static final double ROUNDING = 1e-9;

  private final List<Watched> watched;

  /**
   * One launch.
   *
   * @param time from asked-for to in service, or to now where it still boots
   * @param served whether it is in service
   * @param weight above 0
   */
  record Watched(Duration time, boolean served, double weight) {}

  SurvivalCurve(List<Watched> launches) {
    watched = new ArrayList<>(launches);
    watched.sort(
        Comparator.comparing(Watched::time).thenComparing(launch -> launch.served() ? 0 : 1));
  }

  /** How many launches came into service. */
  long served() {
    return watched.stream().filter(Watched::served).count();
  }

  /** The time that {@code level} of the launches take at most; empty when too many still boot. */
  Optional<Duration> quantile(double level) {
    double atRisk = watched.stream().mapToDouble(Watched::weight).sum();
    double pending = 1;
    for (Watched launch : watched) {
      if (launch.served()) {
        pending *= 1 - launch.weight() / Math.max(launch.weight(), atRisk);
        if (pending <= 1 - level + ROUNDING) {
          return Optional.of(launch.time());
        }
      }
      atRisk -= launch.weight();
    }
    return Optional.empty();
  }

  /** The longest time seen, served or not. */
  Duration longest() {
    return watched.isEmpty() ? Duration.ZERO : watched.get(watched.size() - 1).time();
  }
}
