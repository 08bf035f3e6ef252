package dev.kickoff.model.control.guardrail.evidence;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Never below what measured demand needs now, whatever the forecast says.
 *
 * <p>Floor ≥ hosts for max(demand of the last {@value #MINUTES} minutes) / {@value #UTILIZATION}.
 * Gaps are passed over; without any measured minute it lets everything through.
 */
public final class ReactiveFloor implements Guardrail {
  private static final int MINUTES = 3;
  private static final double UTILIZATION = 0.9;

  @Override
  public String name() {
    return "reactive-floor";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    OptionalDouble highest = Measured.highest(situation.recent(), MINUTES);
    if (highest.isEmpty()) {
      return new Verdict(name(), proposed, proposed, "no demand was measured");
    }
    int needed = situation.settings().profile().hostsFor(highest.getAsDouble() / UTILIZATION);
    String reason =
        String.format(
            Locale.ROOT, "measured demand of %,.0f rpm needs %d", highest.getAsDouble(), needed);
    return new Verdict(name(), proposed, Math.max(proposed, needed), reason);
  }
}
