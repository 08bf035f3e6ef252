package dev.kickoff.jobs.proof.invariant.record;

import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.world.Sight;

/** When a leader calls, an intent to just that size stands committed and unsettled. */
public record NoCallWithoutIntent() implements Invariant {
  @Override
  public String name() {
    return "no-call-without-intent";
  }

  @Override
  public String sentence() {
    return "A call has a committed, unsettled intent to just its size before it (T1).";
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (sight instanceof Sight.Called call && !call.leader().fenced()) {
      findings.check(
          this,
          call.second(),
          call.leader().intended(),
          () -> "called for " + call.request() + " without an intent");
    }
  }
}
