package dev.kickoff.jobs.proof.invariant.record;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;

/**
 * What two decisions in a row have asked for at least stands in the fleet when the third is made,
 * whoever was killed or stopped between them.
 *
 * <p>Asked from a leader's second decision on, so that a process which ended between its commit and
 * its call gives its successor two ticks. Not asked while calls fail at the owner, descriptions are
 * old or empty (a raise without sight could lower), or others move the floor.
 */
public final class ActuationsAreNotLost implements Invariant {
  private static final int AROUND = 60;

  private final Scene scene;
  private int before;
  private int last;
  private long leader;
  private long moved = -AROUND;

  public ActuationsAreNotLost(Scene scene) {
    this.scene = scene;
  }

  @Override
  public String name() {
    return "actuations-are-not-lost";
  }

  @Override
  public String sentence() {
    return "What two decisions in a row ask for stands in the fleet at the third (T1).";
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (sight instanceof Sight.Moved move && move.after().min() < move.before().min()) {
      moved = move.second();
    } else if (sight instanceof Sight.Decided decided) {
      int least = Math.min(before, last);
      before = last;
      last = decided.decision().change().to();
      boolean isSuccessor = scene.ledger().epoch() != leader;
      leader = scene.ledger().epoch();
      if (!isSuccessor && isUndisturbed(decided.second())) {
        int floor = scene.group().floor();
        findings.check(
            this,
            decided.second(),
            floor >= least,
            () -> "two decisions asked for " + least + ", the floor is " + floor);
      }
    }
  }

  private boolean isUndisturbed(long second) {
    return second - moved > AROUND
        && scene.faults().isQuiet(ActuationsAreNotLost::mayFailACall, second, AROUND);
  }

  private static boolean mayFailACall(Fault fault) {
    return switch (fault) {
      case CALLS_THROTTLED, CALLS_FAILED, CALLS_SLOW, DESCRIBE_STALE, DESCRIBE_EMPTY -> true;
      default -> false;
    };
  }
}
