package dev.kickoff.jobs.proof.invariant.record;

import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.world.Sight;
import dev.kickoff.model.control.DecisionKey;
import java.time.Instant;

/** Each committed decision has the next number, and a later time. */
public final class SequenceRises implements Invariant {
  private long sequence;
  private Instant at = Instant.MIN;

  @Override
  public String name() {
    return "sequence-rises";
  }

  @Override
  public String sentence() {
    return "Committed decisions are numbered one after the other, each later than the last (T2).";
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (sight instanceof Sight.Decided decided) {
      DecisionKey key = decided.decision().key();
      long before = sequence;
      boolean later = key.at().isAfter(at);
      sequence = key.sequence();
      at = key.at();
      findings.check(
          this,
          decided.second(),
          later && sequence == before + 1,
          () -> "decision " + key + " after " + before);
    }
  }
}
