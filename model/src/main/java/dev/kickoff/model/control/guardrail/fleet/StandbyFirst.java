package dev.kickoff.model.control.guardrail.fleet;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.surroundings.Standby;
import java.util.Optional;

/**
 * Nothing is lowered before the plan's raises stand in the fleet's own schedule: if we die after a
 * lowering, the capacity must still come.
 */
public final class StandbyFirst implements Guardrail {
  @Override
  public String name() {
    return "standby-first";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    Optional<Standby> standby = situation.surroundings().standby();
    if (standby.isEmpty()) {
      return pass(proposed, "the fleet has no schedule of its own");
    }
    return standby
        .get()
        .lack()
        .map(lack -> hold(proposed, situation, memory, lack))
        .orElseGet(() -> pass(proposed, "the plan stands in the fleet's own schedule"));
  }
}
