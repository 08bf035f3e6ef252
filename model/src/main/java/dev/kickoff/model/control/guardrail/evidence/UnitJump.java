package dev.kickoff.model.control.guardrail.evidence;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.demand.DemandSeries;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Demand that jumps by a factor between units (60, 1,000, 3,600, up or down) is taken for a mistake
 * of its source: the floor neither falls nor rises above what was wanted before the jump.
 *
 * <p>The newest three readings, which {@link ReactiveFloor} follows, are compared with the median
 * of those before; a factor counts when one of them meets it within {@value #CLOSE}. Demand under
 * {@value #LEAST} requests a minute on both sides is too little to tell.
 */
public final class UnitJump implements Guardrail {
  private static final double[] FACTORS = {60, 1000, 3600};
  private static final double CLOSE = 0.15;
  private static final double LEAST = 600;
  private static final int NEWEST = 3;
  private static final int FEWEST = 10;
  private static final Duration BEFORE = Duration.ofMinutes(30);

  @Override
  public String name() {
    return "unit-jump";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    OptionalDouble factor = factor(situation.recent());
    if (factor.isEmpty()) {
      return pass(proposed, "no jump by a factor between units");
    }
    int standing = Controller.floorBefore(situation, memory);
    int most =
        Math.max(standing, memory.mostWantedSince(situation.now().minus(BEFORE)).orElse(standing));
    String reason =
        String.format(
            Locale.ROOT,
            "demand jumped by a factor of %.3g, as a wrong unit does; kept within %d..%d",
            factor.getAsDouble(),
            standing,
            most);
    return new Verdict(name(), proposed, Math.max(standing, Math.min(proposed, most)), reason)
        .alarming();
  }

  /** The factor of a jump that looks like another unit; empty when there is none. */
  private static OptionalDouble factor(DemandSeries recent) {
    double[] known = Measured.known(recent);
    if (known.length < FEWEST + NEWEST) {
      return OptionalDouble.empty();
    }
    double[] before = Arrays.copyOf(known, known.length - NEWEST);
    Arrays.sort(before);
    double usual = before[before.length / 2];
    return Arrays.stream(known, before.length, known.length)
        .filter(newest -> isAnotherUnit(usual, newest))
        .map(newest -> newest / usual)
        .findFirst();
  }

  private static boolean isAnotherUnit(double usual, double newest) {
    if (usual <= 0 || newest <= 0 || Math.max(usual, newest) < LEAST) {
      return false;
    }
    double ratio = Math.max(newest / usual, usual / newest);
    return Arrays.stream(FACTORS).anyMatch(f -> Math.abs(ratio / f - 1) <= CLOSE);
  }
}
