package dev.kickoff.model.lab.sim.rule;

import dev.kickoff.model.lab.sim.rule.AlarmSettings.Kind;
import dev.kickoff.model.lab.sim.rule.AlarmSettings.Missing;
import java.time.Duration;

/**
 * Target tracking on the processor: two alarms on minutes, three above the target to scale out,
 * fifteen below nine tenths of it to scale in, and a capacity in proportion, as <a
 * href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html">EC2
 * Auto Scaling</a> does.
 *
 * <p>Hosts that do not serve yet count as asked for: one breach launches once. While some are
 * booting nothing is let go.
 *
 * @param target processor share in percent, above 0
 */
public record TrackingRule(double target) implements ScalingRule {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final AlarmSettings HIGH =
      new AlarmSettings(Kind.PERIODS, MINUTE, 3, 3, Missing.IGNORE);
  private static final AlarmSettings LOW =
      new AlarmSettings(Kind.PERIODS, MINUTE, 15, 15, Missing.NOT_BREACHING);
  private static final double CALM = 0.9;

  public TrackingRule {
    if (!(target > 0 && target <= 100)) {
      throw new IllegalArgumentException("a target of " + target + " %");
    }
  }

  @Override
  public Decider start(Beat beat) {
    Alarm high = new Alarm(HIGH, true, target, beat);
    Alarm low = new Alarm(LOW, false, CALM * target, beat);
    int minute = Math.max(1, beat.steps(MINUTE));
    return view -> {
      boolean rises = high.rings(view);
      boolean falls = low.rings(view);
      if (!rises && !falls) {
        return view.desired();
      }
      double cpu = view.meanCpu(Math.max(0, view.step() - minute + 1), view.step());
      int proportional = (int) Math.ceil(view.inService() * cpu / target - 1e-9);
      if (rises) {
        return Math.max(view.desired(), proportional);
      }
      boolean settled = view.inService() == view.desired();
      return settled ? Math.min(view.desired(), proportional) : view.desired();
    };
  }
}
