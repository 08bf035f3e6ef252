package dev.kickoff.jobs.proof.story;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.simulation.SeededNoise;

/**
 * The demand of a run: an ordinary level that wavers, and the lift of the event, with its surge at
 * kick-off, a dip in the second half, and a peak when people leave.
 */
public final class Demand {
  private static final double[] MINUTE = {
    -120, -60, -15, 0, 15, 45, 50, 60, 66, 105, 112, 130, 180, 240
  };
  private static final double[] LIFT = {
    0, 0.4, 0.9, 1.6, 2.8, 3.4, 5.0, 4.6, 3.3, 4.0, 6.0, 4.5, 0.6, 0
  };
  private static final double NOISE = 0.03;

  /** Minutes before the start, and in all, for which it is known: far enough for any forecast. */
  private static final int BEFORE = 120;

  private static final int MINUTES = 20 * 60;

  private final Story story;
  private final Event truth;
  private final SeededNoise fast;
  private final double[] ordinary = new double[MINUTES];

  public Demand(Story story, Event truth) {
    this.story = story;
    this.truth = truth;
    this.fast = new SeededNoise(story.seed(), 3);
    SeededNoise slow = new SeededNoise(story.seed(), 2);
    for (int i = 0; i < MINUTES; i++) {
      ordinary[i] = story.ordinary() * (1 + 0.1 * clipped(slow.smooth(i / 60.0)));
    }
  }

  /** What was really asked of the service in the minute from a second on, in whole requests. */
  public double truthAt(long second) {
    return Math.rint(
        expectedAt(second, truth) * (1 + NOISE * clipped(fast.gaussian(second / 60 + 100))));
  }

  /** What somebody who knows everything but the noise expects, if the event goes as planned. */
  public double expectedAt(long second, Event planned) {
    double lift =
        planned.isCancelled()
            ? 0
            : story.lift() * lift((second - VirtualTime.secondOf(planned.start())) / 60.0);
    return ordinary[(int) Math.floorDiv(second, 60) + BEFORE] * (1 + lift);
  }

  private static double clipped(double gaussian) {
    return Math.max(-3, Math.min(3, gaussian));
  }

  private static double lift(double at) {
    for (int i = 1; i < MINUTE.length; i++) {
      if (at >= MINUTE[i - 1] && at < MINUTE[i]) {
        double share = (at - MINUTE[i - 1]) / (MINUTE[i] - MINUTE[i - 1]);
        return LIFT[i - 1] + share * (LIFT[i] - LIFT[i - 1]);
      }
    }
    return 0;
  }
}
