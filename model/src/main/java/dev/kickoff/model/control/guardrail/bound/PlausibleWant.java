package dev.kickoff.model.control.guardrail.bound;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.guardrail.evidence.Measured;
import dev.kickoff.model.demand.KnownPast;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A want far above anything ever measured is taken for a mistake until a person approves it.
 *
 * <p>Far above: more hosts than {@link dev.kickoff.model.control.GroupLimits#growth} times the
 * highest demand ever measured needs. What stands and what measured demand needs now is never cut.
 */
public final class PlausibleWant implements Guardrail {
  @Override
  public String name() {
    return "plausible-want";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    Optional<KnownPast> past = situation.surroundings().past();
    OptionalInt plausible = situation.settings().plausible(past);
    if (plausible.isEmpty()) {
      return pass(proposed, "no highest demand is known");
    }
    double growth = situation.settings().limits().growth();
    int standing = Controller.floorBefore(situation, memory);
    int safe = Math.max(standing, Measured.hostsNeeded(situation).orElse(0));
    int most = Math.max(Approvals.hosts(situation), Math.max(safe, plausible.getAsInt()));
    if (proposed <= most) {
      return pass(
          proposed,
          String.format(Locale.ROOT, "within %.3g times the highest demand ever", growth));
    }
    String reason =
        String.format(
            Locale.ROOT,
            "%d is more than %.3g times the highest demand of %,.0f rpm needs; approve it, or"
                + " correct the calendar",
            proposed,
            growth,
            past.map(KnownPast::highest).orElse(0.0));
    return cap(proposed, most, reason).alarming();
  }
}
