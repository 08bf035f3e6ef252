package dev.kickoff.model.control.guardrail.evidence;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.surroundings.ForecastTrust;
import dev.kickoff.model.demand.KnownPast;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where forecasts did not hold lately the floor follows what does without them, where that is more:
 * measured demand at {@value #UTILIZATION} of the knee, and the highest demand of this hour in the
 * last weeks. A fallback is a maximum, never a replacement.
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
    int measured = Measured.hostsNeeded(situation, UTILIZATION).orElse(0);
    int weekly = weekly(situation);
    String reason =
        ("forecasts are degraded (%s): measured demand with room needs %d,"
                + " this hour of the last weeks %d")
            .formatted(trust.get().words(), measured, weekly);
    return lift(proposed, Math.max(measured, weekly), reason).alarming();
  }

  private static int weekly(Situation situation) {
    OptionalDouble demand =
        situation.surroundings().past().map(KnownPast::sameHour).orElse(OptionalDouble.empty());
    return demand.isPresent() ? situation.settings().profile().hostsFor(demand.getAsDouble()) : 0;
  }
}
