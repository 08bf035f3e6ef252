package dev.kickoff.model.control.guardrail.pace;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.guardrail.bound.OperatorOrders;
import java.time.Duration;

/**
 * The floor falls only below what nothing in the last 15 minutes wanted, and by at most max(1 host,
 * 10 %) of its highest value in the last five minutes.
 *
 * <p>Five minutes of the fleet, not of decisions: a call reaches it up to ten seconds after its
 * decision, so the peak is taken over so much more.
 *
 * <p>Both are counted from the peak of their window, so that many small steps fall no faster than
 * one large one, and a recommendation that wavers moves nothing. Where a pin or a ceiling is in
 * force, no more than it allows counts as wanted: the order falls by the same steps, but at once.
 */
public final class LowerStepLimit implements Guardrail {
  private static final Duration WINDOW = Duration.ofMinutes(5).plusSeconds(10);
  private static final Duration STABLE = Duration.ofMinutes(15);
  private static final double SHARE = 0.1;

  @Override
  public String name() {
    return "lower-step";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    int floor = Controller.floorBefore(situation, memory);
    if (proposed >= floor) {
      return new Verdict(name(), proposed, proposed, "nothing is lowered");
    }
    int planned = memory.mostWantedSince(situation.now().minus(STABLE)).orElse(proposed);
    int wanted = Math.min(planned, OperatorOrders.most(situation));
    int peak = Math.max(floor, memory.highestSince(situation.now().minus(WINDOW)).orElse(floor));
    int step = peak - Math.max(1, (int) Math.floor(SHARE * peak));
    int lowest = Math.min(floor, Math.max(wanted, step));
    if (proposed >= lowest) {
      return new Verdict(name(), proposed, proposed, "within one step of the last 5 minutes");
    }
    String reason =
        wanted > step
            ? "the plan wanted " + wanted + " within the last 15 minutes"
            : "at most 10 % below the " + peak + " of the last 5 minutes";
    return new Verdict(name(), proposed, lowest, reason);
  }
}
