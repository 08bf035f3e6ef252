package dev.kickoff.model.control.guardrail.evidence;

import dev.kickoff.model.demand.DemandSeries;
import java.util.OptionalDouble;

/** Reads measured demand without mistaking a gap for zero. */
public final class Measured {
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
}
