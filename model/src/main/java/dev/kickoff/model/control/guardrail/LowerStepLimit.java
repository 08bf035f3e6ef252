package dev.kickoff.model.control.guardrail;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import java.time.Duration;

/**
 * The floor falls by at most max(1 host, 10 %) of its highest value in the last five minutes.
 *
 * <p>Counted from the window's peak, so that many small steps fall no faster than one large one.
 */
public final class LowerStepLimit implements Guardrail {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final double SHARE = 0.1;

  @Override
  public String name() {
    return "lower-step";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    int floor = Controller.floorBefore(situation, memory);
    int peak = Math.max(floor, memory.highestSince(situation.now().minus(WINDOW)).orElse(floor));
    int lowest = peak - Math.max(1, (int) Math.floor(SHARE * peak));
    if (proposed >= Math.min(floor, lowest)) {
      return new Verdict(name(), proposed, proposed, "within one step of the last 5 minutes");
    }
    return new Verdict(
        name(),
        proposed,
        Math.min(floor, lowest),
        "at most 10 % below the " + peak + " of the last 5 minutes");
  }
}
