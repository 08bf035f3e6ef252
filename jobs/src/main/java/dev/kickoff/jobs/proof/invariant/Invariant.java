package dev.kickoff.jobs.proof.invariant;

import dev.kickoff.jobs.proof.world.Sight;

/** Something that must always hold; it watches one run and says where it does not. */
public interface Invariant {
  /** Its stable name, such as {@code caps-hold}. */
  String name();

  /** What must hold, in one sentence, with the guardrail or test it stands for. */
  String sentence();

  /** Looks at what has just happened. */
  void see(Sight sight, Findings findings);
}
