package dev.kickoff.jobs.proof;

import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.invariant.record.ActuationsAreNotLost;
import dev.kickoff.jobs.proof.invariant.record.CallsAreRare;
import dev.kickoff.jobs.proof.invariant.record.DecisionsExplain;
import dev.kickoff.jobs.proof.invariant.record.FencedNeverLowers;
import dev.kickoff.jobs.proof.invariant.record.FrozenMeansNoCall;
import dev.kickoff.jobs.proof.invariant.record.IntentsSettleOnce;
import dev.kickoff.jobs.proof.invariant.record.NoCallWithoutIntent;
import dev.kickoff.jobs.proof.invariant.record.SameInputSameDecision;
import dev.kickoff.jobs.proof.invariant.record.SequenceRises;
import dev.kickoff.jobs.proof.invariant.size.CapacityComesWithoutUs;
import dev.kickoff.jobs.proof.invariant.size.CapsHold;
import dev.kickoff.jobs.proof.invariant.size.FloorComesBack;
import dev.kickoff.jobs.proof.invariant.size.FloorReachesPlan;
import dev.kickoff.jobs.proof.invariant.size.LoweringIsSlow;
import dev.kickoff.jobs.proof.invariant.size.NeverLowersWhile;
import dev.kickoff.jobs.proof.invariant.size.NothingComesUnapproved;
import dev.kickoff.jobs.proof.invariant.size.OrdersAreObeyed;
import dev.kickoff.jobs.proof.invariant.size.ScheduleNeverUndercuts;
import dev.kickoff.jobs.proof.world.Scene;
import java.util.List;

/** Every invariant, and those that are known not to hold yet. */
public final class Invariants {
  /**
   * Those that do not hold yet, or that nothing can put to the test yet, by name, each with why.
   * Their violations are told but count for nothing; an empty list is the aim.
   */
  public static final Pending PENDING = new Pending(List.of());

  private Invariants() {}

  /** Fresh ones, for watching one run. */
  public static List<Invariant> watching(Scene scene) {
    return List.of(
        NeverLowersWhile.inDoubt(scene),
        NeverLowersWhile.inEvent(scene),
        NeverLowersWhile.onOldCalendar(scene),
        NeverLowersWhile.whenClocksDisagree(scene),
        NeverLowersWhile.whileReplacing(scene),
        NeverLowersWhile.whileEmpty(scene),
        new LoweringIsSlow(scene),
        new CapsHold(scene),
        new NothingComesUnapproved(scene),
        new OrdersAreObeyed(scene),
        new FloorComesBack(scene),
        new FloorReachesPlan(scene),
        new ScheduleNeverUndercuts(scene),
        new CapacityComesWithoutUs(scene),
        new FrozenMeansNoCall(scene),
        new ActuationsAreNotLost(scene),
        new NoCallWithoutIntent(),
        new IntentsSettleOnce(scene),
        new FencedNeverLowers(),
        new CallsAreRare(),
        new DecisionsExplain(),
        new SameInputSameDecision(),
        new SequenceRises());
  }
}
