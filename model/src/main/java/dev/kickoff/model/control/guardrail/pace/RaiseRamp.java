package dev.kickoff.model.control.guardrail.pace;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.guardrail.fleet.StandbyFirst;
import java.time.Duration;

/**
 * The floor rises by at most a burst of hosts a minute, and the ramp ends exactly at the want.
 *
 * <p>The burst is max({@value #MIN_BURST}, a fifth of the group's maximum), counted from the lowest
 * floor of the last minute. It bounds what dependencies must absorb at once; what is cut off is
 * raised by the next ticks. What a scheduled action of ours sets about now comes anyway, and a
 * raise to less could lower it.
 */
public final class RaiseRamp implements Guardrail {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MIN_BURST = 10;
  private static final int SHARE = 5;

  @Override
  public String name() {
    return "raise-ramp";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    int floor = Controller.floorBefore(situation, memory);
    int base = Math.min(floor, memory.lowestSince(situation.now().minus(WINDOW)).orElse(floor));
    int burst = Math.max(MIN_BURST, situation.settings().bounds().max() / SHARE);
    int due = StandbyFirst.dueNow(situation, memory);
    int highest = Math.max(Math.max(floor, due), base + burst);
    if (proposed <= highest) {
      return new Verdict(name(), proposed, proposed, "within " + burst + " hosts a minute");
    }
    return new Verdict(
        name(), proposed, highest, "at most +" + burst + " hosts a minute, the rest follows");
  }
}
