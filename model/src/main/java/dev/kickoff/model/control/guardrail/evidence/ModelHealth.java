package dev.kickoff.model.control.guardrail.evidence;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.surroundings.ForecastTrust;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where forecasts did not hold lately the floor follows what does without them, where that is more:
 * measured demand at {@value #UTILIZATION} of the knee, and the highest demand of this hour in the
 * last weeks. A fallback is a maximum, never a replacement.
 *
 * <p>Beside a reactive policy (release: floor) measured demand is that policy's own matter, and the
 * hour counts as far as most weeks reached it: what happened once is an event, no pattern, and a
 * floor would repeat it for four weeks.
 */
public final class ModelHealth implements Guardrail {
  private static final double UTILIZATION = 0.8;

  @Override
  public String name() {
    return "model-health";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    Optional<ForecastTrust> trust = situation.surroundings().trust();
    if (trust.isEmpty() || !trust.get().degraded()) {
      return pass(
          proposed, trust.map(ForecastTrust::words).orElse("the forecasts are not judged yet"));
    }
    boolean alone = situation.settings().release() == ReleaseMode.DESIRED;
    int measured = alone ? Measured.hostsNeeded(situation, UTILIZATION).orElse(0) : 0;
    int weekly = weekly(situation, alone);
    String reason =
        "forecasts are degraded (%s): %sthis hour of the last weeks %d"
            .formatted(
                trust.get().words(),
                alone ? "measured demand with room needs " + measured + ", " : "",
                weekly);
    return lift(proposed, Math.max(measured, weekly), reason).alarming();
  }

  private static int weekly(Situation situation, boolean alone) {
    OptionalDouble demand =
        situation.surroundings().past().stream()
            .map(past -> alone ? past.sameHour() : past.sameHourUsually())
            .flatMapToDouble(OptionalDouble::stream)
            .findFirst();
    return demand.isPresent() ? situation.settings().profile().hostsFor(demand.getAsDouble()) : 0;
  }
}
