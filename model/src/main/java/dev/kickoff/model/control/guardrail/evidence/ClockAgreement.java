package dev.kickoff.model.control.guardrail.evidence;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import java.time.Duration;
import java.util.Optional;

/**
 * Nothing is lowered while our clock and the fleet owner's differ by more than five seconds.
 *
 * <p>The owner's is the {@code Date} of its answers. Where it was not told, nothing is compared.
 */
public final class ClockAgreement implements Guardrail {
  private static final Duration MOST = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    Optional<Duration> skew =
        situation
            .fleet()
            .flatMap(fleet -> fleet.condition().flatMap(seen -> seen.skewOf(fleet.observedAt())));
    if (skew.isEmpty()) {
      return pass(proposed, "the fleet's owner told no time");
    }
    return skew.get().abs().compareTo(MOST) > 0
        ? hold(
                proposed,
                situation,
                memory,
                "our clock and the fleet owner's differ by " + skew.get().abs().toSeconds() + " s")
            .alarming()
        : pass(proposed, "our clock agrees with the fleet owner's");
  }
}
