package dev.kickoff.model.control.guardrail.bound;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.GroupLimits;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.demand.KnownPast;
import java.time.Duration;

/**
 * In {@link ControlMode#APPROVE} a large move waits for a person.
 *
 * <p>Large is a move by more than {@link GroupLimits#largeMove} of the floor. A raise that nobody
 * answers applies up to the pre-approved cap: one and a half times what the highest demand ever
 * measured needs; without a known past, the size of a move that is not large. A lowering that
 * nobody answers is dropped.
 */
public final class LargeMoves implements Guardrail {
  private static final double PRE_APPROVED = 1.5;
  private static final Duration WINDOW = Duration.ofHours(1);

  @Override
  public String name() {
    return "large-moves";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    if (situation.settings().mode() != ControlMode.APPROVE) {
      return pass(proposed, "no move waits for a person in this mode");
    }
    double share = situation.settings().limits().largeMove();
    int standing = Controller.floorBefore(situation, memory);
    int approved = Approvals.hosts(situation);
    return proposed >= standing
        ? raise(proposed, standing, Math.max(approved, preApproved(situation, standing, share)))
        : lower(proposed, standing, peak(situation, memory, standing), approved > 0 ? 1 : share);
  }

  private Verdict raise(int proposed, int standing, int most) {
    return proposed > Math.max(standing, most)
        ? cap(
                proposed,
                Math.max(standing, most),
                "%d waits for approval; up to %d applies without".formatted(proposed, most))
            .alarming()
        : pass(proposed, "within the pre-approved " + most);
  }

  private Verdict lower(int proposed, int standing, int peak, double share) {
    int least = (int) Math.ceil((1 - share) * peak);
    return proposed < least
        ? lift(
            proposed,
            Math.min(standing, least),
            "below %d of the hour's %d waits for approval".formatted(least, peak))
        : pass(proposed, "a small step");
  }

  private static int peak(Situation situation, ControlMemory memory, int standing) {
    return Math.max(standing, memory.highestSince(situation.now().minus(WINDOW)).orElse(standing));
  }

  private static int preApproved(Situation situation, int standing, double share) {
    return situation
        .surroundings()
        .past()
        .map(KnownPast::highest)
        .map(highest -> situation.settings().profile().hostsFor(PRE_APPROVED * highest))
        .orElse(Math.max(standing + 1, (int) Math.floor((1 + share) * standing)));
  }
}
