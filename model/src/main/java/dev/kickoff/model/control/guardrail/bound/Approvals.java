package dev.kickoff.model.control.guardrail.bound;

import dev.kickoff.model.control.Situation;
import dev.kickoff.model.override.OperatorOverride;

/** What a person has approved. */
final class Approvals {
  private Approvals() {}

  /** The most hosts that are approved now; 0 without an approval. */
  static int hosts(Situation situation) {
    return situation
        .surroundings()
        .overrides()
        .strictest(OperatorOverride.Kind.APPROVAL, situation.settings().group(), situation.now())
        .map(OperatorOverride::hosts)
        .orElse(0);
  }
}
