package dev.kickoff.jobs.proof.invariant.record;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.story.VirtualTime;
import dev.kickoff.jobs.proof.world.Known;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;
import dev.kickoff.model.override.OperatorOverride.Kind;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * From five seconds after a freeze was published until its end, nothing of the group is changed.
 *
 * <p>A controller that is cut off from what is published is held to what had reached it.
 */
public record FrozenMeansNoCall(Scene scene) implements Invariant {
  private static final int SEEN_WITHIN = 5;

  @Override
  public String name() {
    return "frozen-means-no-call";
  }

  @Override
  public String sentence() {
    return "While a freeze is in force nothing is changed, also across a restart (G21, T15).";
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (sight instanceof Sight.Called call) {
      findings.check(
          this,
          call.second(),
          !isFrozen(knownTo(call), call.leader().askedAt()),
          () -> "frozen, and called: " + call.request());
    } else if (sight instanceof Sight.Scheduled scheduled) {
      boolean own = scheduled.what().equals("suspend") || scheduled.what().equals("resume");
      findings.check(
          this,
          scheduled.second(),
          own || !isFrozen(scene.published(), scheduled.second()),
          () -> "frozen, and the schedule was changed: " + scheduled.what());
    } else if (sight instanceof Sight.Passed passed
        && isFrozen(scene.published(), passed.second())) {
      findings.held(this);
    }
  }

  private Known knownTo(Sight.Called call) {
    Predicate<Fault> cut = fault -> fault == Fault.INPUTS_CUT;
    return scene.faults().isQuiet(cut, call.leader().askedAt(), SEEN_WITHIN)
        ? scene.published()
        : call.leader().known();
  }

  private boolean isFrozen(Known known, long second) {
    if (known.overrides().overrides().isEmpty()) {
      return false;
    }
    Instant now = VirtualTime.instantOf(second);
    return known.overrides().inForce(scene.story().settings().group(), now).stream()
        .filter(order -> List.of(Kind.FREEZE, Kind.FREEZE_EVERYTHING).contains(order.kind()))
        .anyMatch(order -> order.from().plusSeconds(SEEN_WITHIN).isBefore(now));
  }
}
