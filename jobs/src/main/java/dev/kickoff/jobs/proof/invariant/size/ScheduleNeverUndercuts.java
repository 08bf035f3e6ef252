package dev.kickoff.jobs.proof.invariant.size;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.story.VirtualTime;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;
import java.time.Instant;

/**
 * While a controller lives, no scheduled action lowers the floor around an event.
 *
 * <p>Not asked while the owner refuses, loses or delays calls, or shows what is not so: what cannot
 * be written cannot be put right; the next tick that reaches the owner does. Nor under a freeze,
 * which writes nothing and lets what is scheduled be carried out, nor while others move the floor,
 * nor of what somebody else set after the last tick, which nobody could protect.
 */
public final class ScheduleNeverUndercuts implements Invariant {
  private static final int CALLS = 120;
  private static final int ALIVE = 60;
  private static final int AROUND_EVENT = 1_800;

  private final Scene scene;
  private boolean isUnseen;

  public ScheduleNeverUndercuts(Scene scene) {
    this.scene = scene;
  }

  @Override
  public String name() {
    return "schedule-never-undercuts";
  }

  @Override
  public String sentence() {
    return "While a controller lives, no scheduled action lowers the floor around an event (§2.8).";
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (sight instanceof Sight.Decided) {
      isUnseen = false;
    } else if (sight instanceof Sight.Moved moved && moved.hand() == Sight.Hand.FOREIGN) {
      isUnseen = true;
    } else if (sight instanceof Sight.Moved moved && moved.hand() == Sight.Hand.SCHEDULE) {
      boolean lowers = moved.after().min() < moved.before().min();
      findings.check(
          this,
          moved.second(),
          !(lowers
              && !isUnseen
              && isAlive(moved.second())
              && isAroundEvent(moved.second())
              && isWritable(moved.second())),
          () -> "from " + moved.before() + " to " + moved.after());
    }
  }

  private boolean isWritable(long second) {
    return scene.faults().isQuiet(ScheduleNeverUndercuts::keepsUsFromWriting, second, CALLS);
  }

  private static boolean keepsUsFromWriting(Fault fault) {
    return fault.isOfCalls() || fault == Fault.ORDER_FREEZE || fault == Fault.FOREIGN_RESET;
  }

  private boolean isAlive(long second) {
    return scene
        .ledger()
        .lastDecision()
        .filter(d -> VirtualTime.secondOf(d.key().at()) > second - ALIVE)
        .isPresent();
  }

  private boolean isAroundEvent(long second) {
    Instant now = VirtualTime.instantOf(second);
    return !scene
        .published()
        .calendar()
        .overlapping(now.minusSeconds(AROUND_EVENT), now.plusSeconds(AROUND_EVENT))
        .isEmpty();
  }
}
