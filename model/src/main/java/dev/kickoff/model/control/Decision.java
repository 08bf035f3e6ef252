package dev.kickoff.model.control;

import java.util.List;

/**
 * What was decided at one tick, also when nothing changes.
 *
 * @param mode whether it may reach the fleet
 * @param trail every guardrail's verdict, in order; the first is asked about {@code change.wanted}
 *     and the last allows {@code change.to}
 * @param reason one sentence for an operator
 * @param digest SHA-256, in hex, of everything above: equal inputs give equal digests
 */
public record Decision(
    DecisionKey key,
    ControlMode mode,
    FloorChange change,
    List<Verdict> trail,
    String reason,
    DecisionInputs inputs,
    String digest) {
  public Decision {
    trail = List.copyOf(trail);
  }

  /** Whether it asks the fleet to change. */
  public boolean changesFleet() {
    return mode.acts() && change.action() != FloorChange.Action.HOLD;
  }
}
