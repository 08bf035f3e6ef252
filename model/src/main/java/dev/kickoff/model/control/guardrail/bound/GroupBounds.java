package dev.kickoff.model.control.guardrail.bound;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.fleet.GroupSize;

/**
 * The floor stays within the configured bounds and the group's own maximum; it comes last.
 *
 * <p>The smaller of the two maxima counts. What does not fit is said: "wanted 120, capped at 100".
 */
public final class GroupBounds implements Guardrail {
  @Override
  public String name() {
    return "group-bounds";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    GroupSize bounds = situation.settings().bounds();
    int ceiling =
        situation.fleet().map(f -> Math.min(f.size().max(), bounds.max())).orElse(bounds.max());
    int floor = Math.min(bounds.min(), ceiling);
    if (proposed > ceiling) {
      return new Verdict(
          name(), proposed, ceiling, "wanted " + proposed + ", capped at " + ceiling);
    }
    if (proposed < floor) {
      return new Verdict(name(), proposed, floor, "never below the configured " + floor);
    }
    return new Verdict(name(), proposed, proposed, "within " + floor + ".." + ceiling);
  }
}
