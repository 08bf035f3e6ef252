package dev.kickoff.jobs.proof.invariant.size;

import dev.kickoff.jobs.control.Ledger;
import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.fault.FaultSpan;
import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.story.VirtualTime;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityStep;
import java.time.Instant;
import java.util.Optional;

/**
 * After the controller's death an hour before kick-off, 95 % of its last plan are in service then,
 * as far as it had leave to schedule them.
 *
 * <p>Asked only of a controller that has written a schedule, and where nothing else is wrong with
 * the fleet, its hosts and those who order.
 */
public final class CapacityComesWithoutUs implements Invariant {
  private static final double SHARE = 0.95;

  private final Scene scene;
  private final Leave leave;
  private int last = Integer.MAX_VALUE;
  private int before = Integer.MAX_VALUE;
  private boolean scheduled;
  private boolean judged;

  public CapacityComesWithoutUs(Scene scene) {
    this.scene = scene;
    this.leave = new Leave(scene);
  }

  @Override
  public String name() {
    return "capacity-comes-without-us";
  }

  @Override
  public String sentence() {
    return "Dead for good an hour before kick-off: 95 % of the plan are in service then (G11, T3).";
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (sight instanceof Sight.Scheduled written && written.what().equals("put")) {
      scheduled = true;
    } else if (sight instanceof Sight.Decided decided && leave.isLimited()) {
      before = last;
      Instant kickOff = scene.events().knownAt(decided.second()).start();
      last = leave.scheduled(decided.known(), kickOff, scene.group().floor());
    } else if (sight instanceof Sight.Passed passed && scheduled && !judged) {
      afterDeath(passed.second(), findings);
    }
  }

  private void afterDeath(long second, Findings findings) {
    Optional<FaultSpan> death = scene.faults().of(Fault.DEATH).stream().findFirst();
    Optional<CapacityPlan> plan = scene.ledger().lastHead().flatMap(Ledger.Page::plan);
    if (death.isEmpty() || plan.isEmpty() || second <= death.get().from()) {
      return;
    }
    Instant kickOff = scene.events().knownAt(death.get().from()).start();
    if (second < VirtualTime.secondOf(kickOff)) {
      return;
    }
    judged = true;
    if (!isCalm(second)) {
      return;
    }
    int max = Math.min(scene.story().settings().bounds().max(), scene.group().size().max());
    int most = Math.min(max, Math.min(last, before));
    int planned = Math.min(most, neededAt(plan.get(), VirtualTime.instantOf(second)));
    int serving = scene.group().inService();
    findings.check(
        this,
        second,
        serving >= SHARE * planned,
        () -> serving + " in service at kick-off, planned were " + planned);
  }

  private static int neededAt(CapacityPlan plan, Instant now) {
    return plan.steps().stream()
        .filter(step -> !step.neededAt().isAfter(now) && step.until().isAfter(now))
        .mapToInt(CapacityStep::hosts)
        .max()
        .orElse(0);
  }

  private boolean isCalm(long second) {
    return scene
        .faults()
        .isQuiet(
            fault -> fault.isOfCalls() || !fault.isOfProcess() && isOrder(fault), second, 7_200);
  }

  private static boolean isOrder(Fault fault) {
    return fault.label().startsWith("order") || fault.label().startsWith("foreign");
  }
}
