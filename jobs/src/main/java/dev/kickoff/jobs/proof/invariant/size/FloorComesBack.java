package dev.kickoff.jobs.proof.invariant.size;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.story.Story;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;
import java.util.ArrayList;
import java.util.List;

/**
 * A floor that a foreign hand has set back is restored within 30 seconds, to what the plan wants or
 * stood before, one burst at a time, as far as the controller has leave; the fourth time within an
 * hour there is a truce.
 */
public final class FloorComesBack implements Invariant {
  private static final int WITHIN = 30;
  private static final int ROUNDS = 3;
  private static final int LEAST_BURST = 10;

  private final Scene scene;
  private final Leave leave;
  private final List<Due> due = new ArrayList<>();

  private record Due(long second, int before, int after) {
    private Due within(int most) {
      return new Due(second, Math.min(before, most), after);
    }
  }

  public FloorComesBack(Scene scene) {
    this.scene = scene;
    this.leave = new Leave(scene);
  }

  @Override
  public String name() {
    return "floor-comes-back";
  }

  @Override
  public String sentence() {
    return "A floor set back by a foreign hand is restored within 30 s, up to the truce (T14).";
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (sight instanceof Sight.Moved moved
        && moved.hand() == Sight.Hand.FOREIGN
        && moved.after().min() < moved.before().min()
        && !scene.story().isAlone()
        && scene.group().foreignLowerings() <= ROUNDS) {
      due.add(new Due(moved.second() + WITHIN, moved.before().min(), moved.after().min()));
    } else if (sight instanceof Sight.Decided decided && leave.isLimited()) {
      int most = leave.call(decided);
      due.replaceAll(reset -> reset.within(most));
    } else if (sight instanceof Sight.Passed passed) {
      while (!due.isEmpty() && due.get(0).second() <= passed.second()) {
        judge(due.remove(0), passed.second(), findings);
      }
    }
  }

  /** What may rightly keep a floor from coming back: all but late and missing inputs. */
  private static boolean mayDelay(Fault fault) {
    return switch (fault) {
      case METRICS_LATE, METRICS_LOST, METRICS_TWICE, METRICS_ZERO, METRICS_HALF -> false;
      case FORECASTS_LATE, FORECASTS_ABSENT -> false;
      case EVENT_DELAYED, EVENT_CANCELLED, EVENT_POSTPONED, EVENT_EXTENDED -> false;
      case FOREIGN_RESET, FOREIGN_RAISE -> false;
      default -> true;
    };
  }

  private void judge(Due reset, long second, Findings findings) {
    boolean calm = scene.faults().isQuiet(FloorComesBack::mayDelay, second, 120);
    boolean dead = !scene.faults().isQuiet(f -> f == Fault.DEATH, second, Story.SECONDS);
    if (!calm || dead || scene.ledger().lastDecision().isEmpty()) {
      return;
    }
    int wanted = scene.ledger().lastDecision().get().change().wanted();
    int max = scene.story().settings().bounds().max();
    int burst = Math.max(LEAST_BURST, max / 5);
    int least = Math.min(Math.min(reset.before(), wanted), reset.after() + burst);
    int most = Math.min(max, scene.group().size().max());
    int floor = scene.group().floor();
    findings.check(
        this,
        second,
        floor >= Math.min(least, most),
        () ->
            "set back from %d to %d, now %d, the plan wants %d"
                .formatted(reset.before(), reset.after(), floor, wanted));
  }
}
