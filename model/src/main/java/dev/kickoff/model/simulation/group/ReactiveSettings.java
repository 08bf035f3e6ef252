package dev.kickoff.model.simulation.group;

import java.time.Duration;

/**
 * The target tracking policy that a group has of its own, as AWS runs it on an alarm.
 *
 * @param target the load it strives for, as a share of what one host carries at the knee, above 0
 *     and at most 1
 * @param alarm how long load must stay above the target before it scales out, longer than zero
 * @param scaleIn how long load must stay below the target before it scales in, longer than zero
 */
public record ReactiveSettings(double target, Duration alarm, Duration scaleIn) {
  public ReactiveSettings {
    if (!(target > 0 && target <= 1)) {
      throw new IllegalArgumentException("target " + target + " must be above 0 and at most 1");
    }
    if (!isPositive(alarm) || !isPositive(scaleIn)) {
      throw new IllegalArgumentException(
          "alarm " + alarm + " and scale-in " + scaleIn + " must be longer than zero");
    }
  }

  private static boolean isPositive(Duration time) {
    return !time.isZero() && !time.isNegative();
  }

  /** The same policy at another target. */
  public ReactiveSettings withTarget(double newTarget) {
    return new ReactiveSettings(newTarget, alarm, scaleIn);
  }
}
