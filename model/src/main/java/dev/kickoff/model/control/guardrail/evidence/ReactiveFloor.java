package dev.kickoff.model.control.guardrail.evidence;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Never below what measured demand needs now, whatever the forecast says.
 *
 * <p>What it needs: {@link Measured#hostsNeeded}. Gaps are passed over; without any measured minute
 * it lets everything through.
 */
public final class ReactiveFloor implements Guardrail {
  @Override
  public String name() {
    return "reactive-floor";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    OptionalInt needed = Measured.hostsNeeded(situation);
    if (needed.isEmpty()) {
      return pass(proposed, "no demand was measured");
    }
    double highest = Measured.highest(situation.recent(), Measured.MINUTES).orElse(0);
    String reason =
        String.format(
            Locale.ROOT, "measured demand of %,.0f rpm needs %d", highest, needed.getAsInt());
    return lift(proposed, needed.getAsInt(), reason);
  }
}
