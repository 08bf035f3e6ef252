package dev.kickoff.model.control.guardrail.pace;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The floor falls at the earliest ten minutes after it last rose, and at most twelve times an hour.
 *
 * <p>A raise is never delayed, whatever came before it.
 */
public final class FlapGuard implements Guardrail {
  private static final Duration DWELL = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MOST = 12;

  @Override
  public String name() {
    return "flap";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    if (proposed >= Controller.floorBefore(situation, memory)) {
      return pass(proposed, "nothing is lowered");
    }
    Optional<Instant> raised = memory.lastRaiseAt();
    if (raised.filter(at -> at.plus(DWELL).isAfter(situation.now())).isPresent()) {
      return hold(proposed, situation, memory, "the floor rose at " + raised.get());
    }
    long lowered = memory.loweringsSince(situation.now().minus(HOUR));
    return lowered >= MOST
        ? hold(proposed, situation, memory, "the floor fell " + lowered + " times in an hour")
        : pass(proposed, "the floor fell " + lowered + " times in an hour");
  }
}
