package dev.kickoff.jobs.api.past;

import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.DecisionKey;
import dev.kickoff.model.control.FloorChange;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A decision without its trail and inputs, as lists show it.
 *
 * @param guardrail the last guardrail that changed what was wanted; empty when none did
 */
public record PastDecision(
    DecisionKey key,
    ControlMode mode,
    FloorChange change,
    Optional<String> guardrail,
    String reason) {
  /** Newest first; decisions of one instant by group. */
  public static final Comparator<PastDecision> ORDER =
      Comparator.<PastDecision, Instant>comparing(d -> d.key().at())
          .reversed()
          .thenComparing(d -> d.key().group());

  /** What a list shows of a decision. */
  public static PastDecision of(Decision d) {
    return new PastDecision(d.key(), d.mode(), d.change(), d.lastIntervention(), d.reason());
  }
}
