package dev.kickoff.model.capacity;

import java.util.OptionalInt;

/**
 * What a plan must keep to.
 *
 * @param most hosts that can stand at once: the smallest of ceiling, quota and free addresses;
 *     empty where nothing is known to bound them
 * @param why what bounds them, in a few words; it stands in {@link Shortfall#why}
 * @param launchesPerMinute hosts that can be launched a minute, at least 1; empty without a limit
 */
public record PlanLimits(OptionalInt most, String why, OptionalInt launchesPerMinute) {
  /** No limit. */
  public static final PlanLimits NONE =
      new PlanLimits(OptionalInt.empty(), "", OptionalInt.empty());

  public PlanLimits {
    if (most.orElse(0) < 0 || launchesPerMinute.orElse(1) < 1) {
      throw new IllegalArgumentException(
          "a plan within " + most + " hosts, " + launchesPerMinute + " launches a minute");
    }
  }
}
