package dev.kickoff.model.control.guardrail.bound;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.override.OperatorOverride;
import java.util.Optional;

/** Under a freeze nothing changes, not even to obey another rule; it comes last. */
public final class Freeze implements Guardrail {
  @Override
  public String name() {
    return "freeze";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    Optional<OperatorOverride> freeze = inForce(situation);
    if (freeze.isEmpty()) {
      return pass(proposed, "not frozen");
    }
    OperatorOverride order = freeze.get();
    return new Verdict(
        name(),
        proposed,
        Controller.floorBefore(situation, memory),
        "frozen by %s until %s: %s".formatted(order.author(), order.until(), order.reason()));
  }

  /** The freeze that is in force; empty when there is none. */
  public static Optional<OperatorOverride> inForce(Situation situation) {
    return situation
        .surroundings()
        .overrides()
        .freezeOf(situation.settings().group(), situation.now());
  }
}
