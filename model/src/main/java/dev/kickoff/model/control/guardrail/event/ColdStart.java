package dev.kickoff.model.control.guardrail.event;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.demand.KnownPast;
import java.time.Duration;
import java.util.Optional;

/**
 * With less than a day known of a service, its forecasts neither lower the floor nor raise it above
 * what the highest demand seen so far needs at {@value #UTILIZATION} of the knee, but for events.
 */
public final class ColdStart implements Guardrail {
  private static final Duration LEAST = Duration.ofHours(24);
  private static final double UTILIZATION = 0.7;

  @Override
  public String name() {
    return "cold-start";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    Optional<KnownPast> past = situation.surroundings().past();
    if (past.isEmpty()) {
      return pass(proposed, "how much is known was not told");
    }
    Duration known = Duration.between(past.get().since(), situation.now());
    if (known.compareTo(LEAST) >= 0) {
      return pass(proposed, known.toDays() + " days are known");
    }
    int standing = Controller.floorBefore(situation, memory);
    int seen = situation.settings().profile().hostsFor(past.get().highest() / UTILIZATION);
    boolean event = EventWindow.at(situation).isPresent();
    int most = event ? Math.max(standing, proposed) : Math.max(standing, seen);
    String reason =
        "only %d h are known, so the floor stays within %d..%d"
            .formatted(known.toHours(), standing, most);
    return new Verdict(name(), proposed, Math.max(standing, Math.min(proposed, most)), reason);
  }
}
