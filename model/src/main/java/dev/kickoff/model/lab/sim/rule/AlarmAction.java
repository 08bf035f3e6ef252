package dev.kickoff.model.lab.sim.rule;

import java.util.List;

/**
 * An alarm and what it does: simple scaling with one step, step scaling with several.
 *
 * @param above whether it rings above the threshold; else below it
 * @param threshold processor share in percent
 * @param steps by how far the threshold is passed, the nearest first; at least one
 * @param percent whether amounts are percent of the hosts; else hosts
 */
public record AlarmAction(
    AlarmSettings alarm,
    boolean above,
    double threshold,
    List<Step> steps,
    boolean percent,
    Rearm rearm)
    implements ScalingRule {
  private static final double PERCENT = 100;

  /**
   * What is done from a distance to the threshold on.
   *
   * @param distance in percent points beyond the threshold, not negative
   * @param amount hosts, or percent of them; positive launches, negative lets go
   */
  public record Step(double distance, int amount) {}

  public AlarmAction {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.get(0).distance() != 0) {
      throw new IllegalArgumentException("an alarm's first step begins at its threshold");
    }
  }

  /** Simple scaling: so many hosts more whenever the alarm rings. */
  public static AlarmAction adding(
      int increment, double threshold, AlarmSettings alarm, Rearm rearm) {
    return new AlarmAction(alarm, true, threshold, List.of(new Step(0, increment)), false, rearm);
  }

  @Override
  public Decider start(Beat beat) {
    return new Armed(beat);
  }

  private int amountAt(double cpu) {
    double distance = Math.abs(cpu - threshold);
    int amount = steps.get(0).amount();
    for (Step step : steps) {
      amount = distance >= step.distance() ? step.amount() : amount;
    }
    return amount;
  }

  private int hosts(int amount, int of) {
    if (!percent) {
      return amount;
    }
    int whole = (int) (of * Math.abs(amount) / PERCENT);
    return Math.max(1, whole) * Integer.signum(amount);
  }

  /** The alarm in the midst of a run. */
  private final class Armed implements Decider {
    private final Alarm state;
    private final int wait;
    private int blockedUntil;

    private Armed(Beat beat) {
      this.state = new Alarm(alarm, above, threshold, beat);
      this.wait = rearm.steps(beat);
    }

    @Override
    public int wanted(LabView view) {
      int wanted = view.desired();
      if (state.rings(view) && view.step() >= blockedUntil) {
        wanted = act(view);
        blockedUntil = view.step() + wait;
        state.restart();
      }
      if (rearm.kind() == Rearm.Kind.AFTER_BOOT && view.step() < blockedUntil) {
        state.restart();
      }
      return wanted;
    }

    private int act(LabView view) {
      int amount = amountAt(view.cpu(view.step()));
      if (rearm.kind() != Rearm.Kind.WARM_UP) {
        return view.desired() + hosts(amount, view.desired());
      }
      int from = view.inService();
      int to = from + hosts(amount, from);
      return amount > 0
          ? Math.max(view.desired(), to)
          : from < view.desired() ? view.desired() : to;
    }
  }
}
