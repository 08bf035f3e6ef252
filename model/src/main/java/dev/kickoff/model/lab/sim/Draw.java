package dev.kickoff.model.lab.sim;

import java.time.Duration;
import java.util.List;

/**
 * What nobody controls in a run: when the alarm's periods begin, how long hosts boot, how wrong the
 * profile and the load are, when launches are refused and when metrics are missing.
 *
 * @param phase by how much the alarm's periods are shifted against the load, not negative
 * @param boot from asked-for to in service, the median, not negative
 * @param bootSpread the 95th percentile of boots over their median, 1 or more; 1: all alike
 * @param cpuFactor what a request costs over what the profile says, above 0
 * @param loadFactor the load over what was expected, 0 or more
 * @param refused when no host can be had; what is missing is asked for again every minute
 * @param dark when the metric of the alarms has no data
 * @param seed of the boots
 */
public record Draw(
    Duration phase,
    Duration boot,
    double bootSpread,
    double cpuFactor,
    double loadFactor,
    List<Stretch> refused,
    List<Stretch> dark,
    long seed) {
  public Draw {
    refused = List.copyOf(refused);
    dark = List.copyOf(dark);
    boolean valid =
        !phase.isNegative()
            && !boot.isNegative()
            && bootSpread >= 1
            && cpuFactor > 0
            && loadFactor >= 0
            && Double.isFinite(bootSpread + cpuFactor + loadFactor);
    if (!valid) {
      throw new IllegalArgumentException(
          "a phase of %s, a boot of %s times %s, factors of %s and %s"
              .formatted(phase, boot, bootSpread, cpuFactor, loadFactor));
    }
  }

  /** Everything as expected, with periods of this phase and boots of this length. */
  public static Draw expected(Duration phase, Duration boot) {
    return new Draw(phase, boot, 1, 1, 1, List.of(), List.of(), 0);
  }

  /** Whether no host can be had so many seconds into the run. */
  boolean isRefused(long second) {
    return anyHolds(refused, second);
  }

  /** Whether the metric of the alarms has no data so many seconds into the run. */
  boolean isDark(long second) {
    return anyHolds(dark, second);
  }

  /** A loop and no stream: it is asked in every step of every run. */
  private static boolean anyHolds(List<Stretch> stretches, long second) {
    for (Stretch stretch : stretches) {
      if (stretch.holds(second)) {
        return true;
      }
    }
    return false;
  }

  /** The same at another time: another phase and another boot. */
  public Draw at(Duration otherPhase, Duration otherBoot) {
    return new Draw(otherPhase, otherBoot, bootSpread, cpuFactor, loadFactor, refused, dark, seed);
  }
}
