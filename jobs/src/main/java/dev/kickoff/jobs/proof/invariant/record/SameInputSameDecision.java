package dev.kickoff.jobs.proof.invariant.record;

import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.world.Sight;

/** The same situation and memory, decided again, give the same decision; every 16th is tried. */
public final class SameInputSameDecision implements Invariant {
  private static final int EVERY = 16;

  private long seen;

  @Override
  public String name() {
    return "same-input-same-decision";
  }

  @Override
  public String sentence() {
    return "The same situation and memory give the same decision, digest and all.";
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (sight instanceof Sight.Decided decided && seen++ % EVERY == 0) {
      Sight.Judged judged = decided.judged();
      String again = judged.brain().decide(judged.situation(), judged.memory()).digest();
      findings.check(
          this,
          decided.second(),
          again.equals(decided.decision().digest()),
          () -> "decision " + decided.decision().key().sequence() + " came out differently");
    }
  }
}
