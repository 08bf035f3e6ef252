package dev.kickoff.model.control.guardrail.evidence;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.surroundings.ForecastTrust;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Forecasts that did not hold lately never lower the floor, and measured demand gets more room: the
 * hosts that carry it at {@value #UTILIZATION} of the knee.
 */
public final class ModelHealth implements Guardrail {
  private static final double UTILIZATION = 0.7;

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
    OptionalInt needed = Measured.hostsNeeded(situation, UTILIZATION);
    Verdict held =
        hold(proposed, situation, memory, "forecasts are degraded: " + trust.get().words());
    return lift(held.allowed(), needed.orElse(0), held.reason()).asked(proposed).alarming();
  }
}
