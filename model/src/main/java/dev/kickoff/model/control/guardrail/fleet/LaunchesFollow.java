package dev.kickoff.model.control.guardrail.fleet;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says when hosts that were asked for do not come: fewer serve than the floor asks for, for longer
 * than a launch takes (its p95) and two minutes. It limits nothing, and nothing is asked for twice:
 * the floor is absolute.
 */
public final class LaunchesFollow implements Guardrail {
  private static final Duration MARGIN = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "launches-follow";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    Optional<Instant> since = memory.shortSince();
    Duration patience = situation.settings().leadTime().p95().plus(MARGIN);
    boolean late = since.filter(at -> at.plus(patience).isBefore(situation.now())).isPresent();
    return late
        ? pass(
                proposed,
                "fewer hosts serve than the floor asks for, for longer than "
                    + patience.toMinutes()
                    + " min: launches are refused or slow")
            .alarming()
        : pass(proposed, "launches follow the floor");
  }
}
