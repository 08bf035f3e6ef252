package dev.kickoff.jobs.proof.invariant.record;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;

/** An intent is settled at most once, and at the end of a run none is left open. */
public record IntentsSettleOnce(Scene scene) implements Invariant {
  @Override
  public String name() {
    return "intents-settle-once";
  }

  @Override
  public String sentence() {
    return "Every intent is settled once, and none is left open at the end (T1).";
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (sight instanceof Sight.Settled settled) {
      findings.check(
          this,
          settled.second(),
          scene.ledger().settled(settled.intent().sequence()) == 1,
          () -> "intent " + settled.intent().sequence() + " was not settled once");
    } else if (sight instanceof Sight.Ended ended && scene.faults().of(Fault.DEATH).isEmpty()) {
      findings.check(
          this,
          ended.second(),
          scene.ledger().openIntents().isEmpty(),
          () -> "left open: " + scene.ledger().openIntents());
    }
  }
}
