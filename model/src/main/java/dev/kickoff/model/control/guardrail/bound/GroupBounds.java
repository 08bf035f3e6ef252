package dev.kickoff.model.control.guardrail.bound;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.GroupLimits;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.fleet.GroupSize;

/**
 * The floor stays within the configured bounds, the group's own maximum, the quota and the size
 * that a load test has proven; the smallest of them counts.
 *
 * <p>What does not fit is said: "wanted 120, capped at 100 (the group's maximum)". A floor that
 * stands above them falls by steps, as the pace allows.
 */
public final class GroupBounds implements Guardrail {
  @Override
  public String name() {
    return "group-bounds";
  }

  /** A ceiling, and whose it is. */
  private record Ceiling(int hosts, String whose) {
    Ceiling or(int other, String others) {
      return other < hosts ? new Ceiling(other, others) : this;
    }
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    GroupSize bounds = situation.settings().bounds();
    Ceiling ceiling = ceiling(situation);
    int floor = Math.min(bounds.min(), ceiling.hosts());
    if (proposed > ceiling.hosts()) {
      return cap(
              proposed,
              ceiling.hosts(),
              "wanted %d, capped at %d (%s)".formatted(proposed, ceiling.hosts(), ceiling.whose()))
          .alarming();
    }
    return proposed < floor
        ? lift(proposed, floor, "never below the configured " + floor)
        : pass(proposed, "within " + floor + ".." + ceiling.hosts());
  }

  private static Ceiling ceiling(Situation situation) {
    GroupLimits limits = situation.settings().limits();
    return new Ceiling(situation.settings().bounds().max(), "the configured maximum")
        .or(
            situation.fleet().map(fleet -> fleet.size().max()).orElse(Integer.MAX_VALUE),
            "the group's maximum")
        .or(limits.quota().orElse(Integer.MAX_VALUE), "the quota")
        .or(limits.tested().orElse(Integer.MAX_VALUE), "the largest size tested");
  }
}
