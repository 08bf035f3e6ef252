package dev.kickoff.jobs.proof.invariant.size;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.story.VirtualTime;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;
import dev.kickoff.model.control.Decision;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * When nothing has gone wrong for six minutes, decisions are made, what was decided stands in the
 * fleet, and it is what the plan has wanted, and the controller had leave for, in those minutes. A
 * truce with a foreign hand is over after an hour.
 */
public final class FloorReachesPlan implements Invariant {
  private static final int QUIET = 360;
  private static final int TWO_LOOPS = 30;
  private static final int TRUCE = 4_200;

  private final Scene scene;
  private final Leave leave;
  private final Deque<Want> wants = new ArrayDeque<>();

  private record Want(long second, int hosts) {}

  public FloorReachesPlan(Scene scene) {
    this.scene = scene;
    this.leave = new Leave(scene);
  }

  @Override
  public String name() {
    return "floor-reaches-plan";
  }

  @Override
  public String sentence() {
    return "Six minutes after the last fault, decisions are made every 30 s, and the floor in the"
        + " fleet is what was decided and no less than the plan wants and has leave for (T1, T13).";
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (sight instanceof Sight.Decided decided) {
      wants.addLast(new Want(decided.second(), wanted(decided)));
    } else if (sight instanceof Sight.Passed passed && isQuiet(passed.second())) {
      judge(passed.second(), findings);
    }
  }

  private int wanted(Sight.Decided decided) {
    int wanted = decided.decision().change().wanted();
    return leave.isLimited() ? Math.min(wanted, leave.call(decided)) : wanted;
  }

  private boolean isQuiet(long second) {
    boolean dead = !scene.faults().of(Fault.DEATH).isEmpty();
    return second > QUIET
        && !(dead && second >= scene.faults().of(Fault.DEATH).get(0).from())
        && scene.faults().isQuiet(f -> true, second, QUIET)
        && scene.faults().isQuiet(f -> f == Fault.FOREIGN_RESET, second, TRUCE);
  }

  private void judge(long second, Findings findings) {
    while (!wants.isEmpty() && wants.getFirst().second() <= second - QUIET) {
      wants.removeFirst();
    }
    Optional<Decision> last = scene.ledger().lastDecision();
    boolean deciding =
        last.filter(d -> VirtualTime.secondOf(d.key().at()) > second - TWO_LOOPS).isPresent();
    int wanted = wants.stream().mapToInt(Want::hosts).min().orElse(0);
    int max = Math.min(scene.story().settings().bounds().max(), scene.group().size().max());
    int floor = scene.group().floor();
    int decided = last.map(d -> d.change().to()).orElse(0);
    findings.check(
        this,
        second,
        deciding && floor >= decided && floor >= Math.min(wanted, max),
        () ->
            "floor %d, decided %d, wanted %d of %d, last decision %s"
                .formatted(floor, decided, wanted, max, last.map(Decision::reason).orElse("none")));
  }
}
