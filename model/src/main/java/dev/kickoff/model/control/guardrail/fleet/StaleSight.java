package dev.kickoff.model.control.guardrail.fleet;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import java.time.Duration;

/**
 * A raise asks at least for what was decided within the last minute: a description may show what
 * stood before that, and a raise from there could lower.
 */
public final class StaleSight implements Guardrail {
  private static final Duration ECHO = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "stale-sight";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    int decided = memory.highestDecidedSince(situation.now().minus(ECHO)).orElse(0);
    return proposed > Controller.floorBefore(situation, memory) && proposed < decided
        ? lift(proposed, decided, decided + " were decided within the last minute")
        : pass(proposed, "no more was decided within the last minute");
  }
}
