package dev.kickoff.model.control.guardrail.evidence;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stream that lags, as in a replay or a back-fill, never lowers the floor.
 *
 * <p>The lag is the age of the newest minute that the plan's forecasts knew.
 */
public final class LateStream implements Guardrail {
  private static final Duration MOST = Duration.ofMinutes(10);

  @Override
  public String name() {
    return "late-stream";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    Optional<Instant> through = situation.plan().flatMap(plan -> plan.basis().demandThrough());
    if (through.isEmpty()) {
      return pass(proposed, "the plan names no demand");
    }
    Duration lag = Duration.between(through.get(), situation.now());
    return lag.compareTo(MOST) > 0
        ? hold(
            proposed,
            situation,
            memory,
            "the forecasts know demand of " + lag.toMinutes() + " min ago only")
        : pass(proposed, "the forecasts know demand of " + lag.toSeconds() + " s ago");
  }
}
