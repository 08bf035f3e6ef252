package dev.kickoff.model.control.guardrail.bound;

import dev.kickoff.model.control.Ceiling;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import java.util.Optional;

/**
 * The floor stays within the configured bounds, the group's own maximum, the quota and the size
 * that a load test has proven; the smallest of them counts.
 *
 * <p>What does not fit is said: "wanted 120, capped at 100 (the group's maximum)". A floor that
 * stands above them already is not forced down, which would lower it without evidence: it rises no
 * further, and falls as the plan and the rules before this one let it.
 */
public final class GroupBounds implements Guardrail {
  @Override
  public String name() {
    return "group-bounds";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    GroupSize bounds = situation.settings().bounds();
    Ceiling ceiling = situation.settings().ceiling(situation.fleet().map(FleetState::size));
    int floor = Math.min(bounds.min(), ceiling.hosts());
    if (proposed > ceiling.hosts()) {
      int most = Math.max(ceiling.hosts(), Controller.floorBefore(situation, memory));
      String stands = most > ceiling.hosts() ? ", but " + most + " stand" : "";
      return cap(
              proposed,
              most,
              "wanted %d, capped at %d (%s)%s"
                  .formatted(proposed, ceiling.hosts(), ceiling.whose(), stands))
          .alarming();
    }
    if (proposed < floor) {
      return lift(proposed, floor, "never below the configured " + floor);
    }
    return coming(situation)
        .map(what -> pass(proposed, what).alarming())
        .orElseGet(() -> pass(proposed, "within " + floor + ".." + ceiling.hosts()));
  }

  /** What the plan wants in the days ahead and cannot have; empty when all of it fits. */
  private static Optional<String> coming(Situation situation) {
    return situation.plan().stream()
        .flatMap(plan -> plan.shortfalls().stream())
        .findFirst()
        .map(
            first ->
                "at %s wanted %d, capped at %d (%s)"
                    .formatted(first.at(), first.wanted(), first.placed(), first.why()));
  }
}
