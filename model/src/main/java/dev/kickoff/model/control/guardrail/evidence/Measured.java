package dev.kickoff.model.control.guardrail.evidence;

import dev.kickoff.model.control.Situation;
import dev.kickoff.model.demand.DemandSeries;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What measured demand needs now; a gap is never mistaken for zero. */
public final class Measured {
  /** How many of the newest readings count as now. */
  public static final int MINUTES = 3;

  private static final double UTILIZATION = 0.9;

  private Measured() {}

  /** The highest of the last {@code minutes} steps that have a value; empty when none has. */
  public static OptionalDouble highest(DemandSeries recent, int minutes) {
    OptionalDouble highest = OptionalDouble.empty();
    int seen = 0;
    for (int i = recent.size() - 1; i >= 0 && seen < minutes; i--) {
      if (recent.isPresent(i)) {
        highest = OptionalDouble.of(Math.max(highest.orElse(0), recent.value(i)));
        seen++;
      }
    }
    return highest;
  }

  /**
   * The hosts that the highest of the last three readings keeps busy at nine tenths of the knee;
   * empty when nothing was measured.
   */
  public static OptionalInt hostsNeeded(Situation situation) {
    return hostsNeeded(situation, UTILIZATION);
  }

  /** The same at another share of the knee, above 0 and at most 1. */
  public static OptionalInt hostsNeeded(Situation situation, double utilization) {
    return hosts(situation, MINUTES, utilization);
  }

  /** The hosts that the highest of the last {@code minutes} readings needs at the knee. */
  public static OptionalInt hostsAtTheKnee(Situation situation, int minutes) {
    return hosts(situation, minutes, 1);
  }

  private static OptionalInt hosts(Situation situation, int minutes, double utilization) {
    OptionalDouble highest = highest(situation.recent(), minutes);
    return highest.isPresent()
        ? OptionalInt.of(
            situation.settings().profile().hostsFor(highest.getAsDouble() / utilization))
        : OptionalInt.empty();
  }

  /** The values of the steps that have one, oldest first. */
  static double[] known(DemandSeries recent) {
    return IntStream.range(0, recent.size())
        .filter(recent::isPresent)
        .mapToDouble(recent::value)
        .toArray();
  }
}
