package dev.kickoff.connectors.sqlite;

import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.DecisionKey;
import dev.kickoff.model.control.FloorChange;
import java.time.Instant;
import java.util.Optional;

/** Something that is kept, with what it is found by; a body is the record as its topic has it. */
public sealed interface KeptRecord {
  /**
   * A forecast as it was issued.
   *
   * @param kind such as {@code NEAR}
   */
  record Forecast(String service, String kind, Instant issuedAt, byte[] body)
      implements KeptRecord {}

  /**
   * A minute of demand; a later record of the same minute replaces it.
   *
   * @param rpm in requests per minute
   */
  record Minute(String service, Instant minute, double rpm) implements KeptRecord {}

  /** A decision, with what lists show of it. */
  record Decision(DecisionLine line, byte[] body) implements KeptRecord {}

  /**
   * What lists show of a decision.
   *
   * @param guardrail the last guardrail that changed what was wanted; empty when none did
   */
  record DecisionLine(
      DecisionKey key,
      ControlMode mode,
      FloorChange change,
      Optional<String> guardrail,
      String reason) {}
}
