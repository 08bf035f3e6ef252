package dev.kickoff.jobs.proof.invariant.size;

import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;

/** No call asks for more than is configured or the group allows, or lowers the group's maximum. */
public record CapsHold(Scene scene) implements Invariant {
  @Override
  public String name() {
    return "caps-hold";
  }

  @Override
  public String sentence() {
    return "No call exceeds the configured maximum or the group's, or lowers the latter (G6).";
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (sight instanceof Sight.Called call) {
      int most = Math.min(scene.story().settings().bounds().max(), call.before().max());
      int asked = Math.max(call.request().min(), call.request().desired().orElse(0));
      findings.check(
          this,
          call.second(),
          asked <= most && call.after().max() >= call.before().max(),
          () -> "asked for " + call.request() + " of " + call.before());
    }
  }
}
