package dev.kickoff.model.control.guardrail.evidence;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Never below what measured demand needs now, whatever the forecast says.
 *
 * <p>Floor ≥ hosts for max(demand of the last {@value #MINUTES} minutes) / {@value #UTILIZATION}.
 * Gaps are passed over; without any measured minute it lets everything through. Where the group has
 * a reactive policy of its own (release: floor) and has asked for as many hosts already, that is
 * left to it: a floor would hold a passing spike for an hour, at a tenth every five minutes.
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
    int asked = situation.fleet().map(fleet -> fleet.size().desired()).orElse(0);
    if (situation.settings().release() == ReleaseMode.FLOOR && asked >= needed) {
      return pass(proposed, "the group has asked for " + asked + " of " + needed + " hosts itself");
    }
    String reason =
        String.format(
            Locale.ROOT, "measured demand of %,.0f rpm needs %d", highest.getAsDouble(), needed);
    return new Verdict(name(), proposed, Math.max(proposed, needed), reason);
  }
}
