package dev.kickoff.model.control;

import java.util.List;
import java.util.Optional;

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

  /** Why everything stood still, in one line; empty when nothing was frozen. */
  public Optional<String> freeze() {
    return inputs
        .surroundings()
        .flatMap(seen -> seen.overrides().freezeOf(key.group(), key.at()))
        .map(order -> "frozen by " + order.author() + " until " + order.until());
  }

  /** What people must look at, in the order of the trail. */
  public List<Verdict> alarms() {
    return trail.stream().filter(verdict -> verdict.alarm().isPresent()).toList();
  }

  /** The name of the last guardrail that changed what was wanted; empty when none did. */
  public Optional<String> lastIntervention() {
    return trail.stream()
        .filter(Verdict::intervened)
        .map(Verdict::guardrail)
        .reduce((first, second) -> second);
  }

  /** Whether it asks the fleet to change. */
  public boolean changesFleet() {
    return mode.acts() && change.action() != FloorChange.Action.HOLD;
  }
}
