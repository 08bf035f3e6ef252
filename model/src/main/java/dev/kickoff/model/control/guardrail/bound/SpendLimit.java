package dev.kickoff.model.control.guardrail.bound;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.GroupLimits;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.guardrail.evidence.Measured;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A floor that would cost more an hour than is allowed waits for a person, but never below what
 * measured demand needs now.
 */
public final class SpendLimit implements Guardrail {
  @Override
  public String name() {
    return "spend";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    GroupLimits limits = situation.settings().limits();
    OptionalInt affordable = limits.affordable();
    if (affordable.isEmpty()) {
      return pass(proposed, "no spend is limited");
    }
    int safe = Measured.hostsNeeded(situation).orElse(0);
    int standing = Controller.floorBefore(situation, memory);
    int most =
        Math.max(
            Math.max(affordable.getAsInt(), safe), Math.max(standing, Approvals.hosts(situation)));
    String reason =
        String.format(
            Locale.ROOT,
            "%d hosts cost %.2f an hour of the %.2f allowed",
            proposed,
            proposed * limits.hostHour(),
            limits.spendPerHour().orElse(0));
    return proposed > most ? cap(proposed, most, reason).alarming() : pass(proposed, reason);
  }
}
