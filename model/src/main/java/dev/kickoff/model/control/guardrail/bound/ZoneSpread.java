package dev.kickoff.model.control.guardrail.bound;

import dev.kickoff.model.capacity.CapacityStep;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.guardrail.evidence.Measured;
import java.util.OptionalInt;

/**
 * Where the group must survive the loss of availability zones, the hosts of those that are left
 * carry what is wanted: want × zones / (zones − lost), rounded up.
 *
 * <p>It also says when less than a tenth of the ceiling is left above the floor: a group near its
 * maximum cannot rebalance its zones.
 */
public final class ZoneSpread implements Guardrail {
  private static final double ROOM = 0.9;

  @Override
  public String name() {
    return "zone-spread";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    int lost = situation.settings().limits().zonesToLose();
    int zones = situation.fleet().map(fleet -> fleet.inServiceByZone().size()).orElse(0);
    int allowed = proposed;
    String reason = "no zone needs to be spared";
    if (lost > 0 && zones > lost) {
      int least = -Math.floorDiv(-wanted(situation) * zones, zones - lost);
      allowed = Math.max(proposed, least);
      reason = "%d of %d zones must carry it: at least %d".formatted(zones - lost, zones, least);
    }
    Verdict verdict = new Verdict(name(), proposed, allowed, reason);
    int ceiling = situation.fleet().map(fleet -> fleet.size().max()).orElse(Integer.MAX_VALUE);
    return allowed > ROOM * ceiling && allowed <= ceiling
        ? new Verdict(
                name(),
                proposed,
                allowed,
                reason + "; less than a tenth of the ceiling of " + ceiling + " is left")
            .alarming()
        : verdict;
  }

  private static int wanted(Situation situation) {
    OptionalInt needed = Measured.hostsNeeded(situation);
    int planned =
        situation
            .plan()
            .flatMap(plan -> plan.inForceAt(situation.now()))
            .map(CapacityStep::hosts)
            .orElse(0);
    return Math.max(planned, needed.orElse(0));
  }
}
