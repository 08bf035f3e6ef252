package dev.kickoff.model.control.guardrail.pace;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** At most one change of a group in 15 seconds; what is due sooner waits for the next tick. */
public final class ApiBudget implements Guardrail {
  private static final Duration APART = Duration.ofSeconds(15);

  @Override
  public String name() {
    return "api-budget";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    Optional<Instant> moved = memory.lastMoveAt();
    if (moved.filter(at -> at.plus(APART).isAfter(situation.now())).isEmpty()) {
      return pass(proposed, "no change within 15 s");
    }
    int standing = Controller.floorBefore(situation, memory);
    return new Verdict(
        name(), proposed, standing, "changed at " + moved.get() + ", the next change waits");
  }
}
