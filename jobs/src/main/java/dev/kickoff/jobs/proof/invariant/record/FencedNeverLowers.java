package dev.kickoff.jobs.proof.invariant.record;

import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.world.Sight;
import java.util.HashSet;
import java.util.Set;

/** A controller whose successor has taken over lowers nothing, and raises once at most. */
public final class FencedNeverLowers implements Invariant {
  private final Set<Long> called = new HashSet<>();

  @Override
  public String name() {
    return "fenced-never-lowers";
  }

  @Override
  public String sentence() {
    return "A controller that was replaced lowers nothing, and calls once at most (G12, T2).";
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (sight instanceof Sight.Called call && call.leader().fenced()) {
      boolean first = called.add(call.leader().epoch());
      findings.check(
          this,
          call.second(),
          first && !call.lowers(),
          () ->
              "leader %d was replaced and moved %d to %d"
                  .formatted(call.leader().epoch(), call.floorBefore(), call.request().min()));
    } else if (sight instanceof Sight.Decided decided && decided.decision().changesFleet()) {
      findings.held(this);
    }
  }
}
