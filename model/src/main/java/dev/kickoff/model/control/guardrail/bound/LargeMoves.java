package dev.kickoff.model.control.guardrail.bound;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.GroupLimits;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * In {@link ControlMode#APPROVE} a large move waits for a person.
 *
 * <p>Large is a move by more than {@link GroupLimits#largeMove} of the floor. A raise that nobody
 * answers applies up to what is {@linkplain GroupSettings#preApproved pre-approved}; a lowering
 * that nobody answers is dropped.
 */
public final class LargeMoves implements Guardrail {
  private static final Duration WINDOW = Duration.ofHours(1);

  @Override
  public String name() {
    return "large-moves";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    int standing = Controller.floorBefore(situation, memory);
    OptionalInt preApproved =
        situation.settings().preApproved(situation.surroundings().past(), standing);
    if (preApproved.isEmpty()) {
      return pass(proposed, "no move waits for a person in this mode");
    }
    double share = situation.settings().limits().largeMove();
    int approved = Approvals.hosts(situation);
    return proposed >= standing
        ? raise(proposed, standing, Math.max(approved, preApproved.getAsInt()))
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
}
