package dev.kickoff.model.control.guardrail.evidence;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Never below what measured demand needs now, whatever the forecast says.
 *
 * <p>What it needs: {@link Measured#hostsNeeded}. Gaps are passed over; without any measured minute
 * it lets everything through. Where the group has a reactive policy of its own (release: floor) the
 * floor carries the demand at the knee and no more, since headroom is that policy's matter; and
 * where that has asked for as many hosts already, all is left to it: a floor would hold a passing
 * spike for an hour, at a tenth every five minutes.
 */
public final class ReactiveFloor implements Guardrail {
  @Override
  public String name() {
    return "reactive-floor";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    boolean beside = situation.settings().release() == ReleaseMode.FLOOR;
    OptionalInt needed =
        beside
            ? Measured.hostsAtTheKnee(situation, Measured.MINUTES)
            : Measured.hostsNeeded(situation);
    if (needed.isEmpty()) {
      return pass(proposed, "no demand was measured");
    }
    int asked = situation.fleet().map(fleet -> fleet.size().desired()).orElse(0);
    if (beside && asked >= needed.getAsInt()) {
      return pass(
          proposed,
          "the group has asked for " + asked + " of " + needed.getAsInt() + " hosts itself");
    }
    double highest = Measured.highest(situation.recent(), Measured.MINUTES).orElse(0);
    String reason =
        String.format(
            Locale.ROOT, "measured demand of %,.0f rpm needs %d", highest, needed.getAsInt());
    return lift(proposed, needed.getAsInt(), reason);
  }
}
