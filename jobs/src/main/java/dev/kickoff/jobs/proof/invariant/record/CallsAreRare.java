package dev.kickoff.jobs.proof.invariant.record;

import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.world.Sight;

/**
 * Leaders call at most once in 15 seconds, whoever of them leads: commits are that far apart, and a
 * call follows its commit within five seconds, so that two calls are at least ten apart.
 */
public final class CallsAreRare implements Invariant {
  private static final int APART = 10;

  private long last = -APART;

  @Override
  public String name() {
    return "calls-are-rare";
  }

  @Override
  public String sentence() {
    return "The sizes of a group are changed at most once in 15 seconds (G24, T13).";
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (sight instanceof Sight.Called call && !call.leader().fenced()) {
      long apart = call.leader().askedAt() - last;
      last = call.leader().askedAt();
      findings.check(
          this,
          call.second(),
          apart >= APART,
          () -> "called " + apart + " s after the call before: " + call.request());
    }
  }
}
