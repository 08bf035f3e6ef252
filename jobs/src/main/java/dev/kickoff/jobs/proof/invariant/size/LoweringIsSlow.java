package dev.kickoff.jobs.proof.invariant.size;

import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;

/** A call lowers by a tenth, or one host, of the highest floor of the last five minutes at most. */
public record LoweringIsSlow(Scene scene) implements Invariant {
  private static final int WINDOW = 300;

  @Override
  public String name() {
    return "lowering-is-slow";
  }

  @Override
  public String sentence() {
    return "A lowering keeps within a tenth, or a host, of the 5 minutes' peak (G4, T16).";
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (sight instanceof Sight.Called call
        && call.lowers()
        && !call.leader().fenced()
        && !Unseen.at(scene, call.second())
        && !Ordered.lowering(scene, call.leader().known(), call.leader().askedAt())) {
      int peak = Math.max(call.floorBefore(), scene.group().highestFloor(WINDOW));
      int lowest = peak - Math.max(1, peak / 10);
      findings.check(
          this,
          call.second(),
          call.request().min() >= lowest,
          () -> call.floorBefore() + " to " + call.request().min() + ", the peak was " + peak);
    }
  }
}
