package dev.kickoff.model.control;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How far a group may be scaled without asking a person.
 *
 * @param quota hosts that the account's quotas and the subnets' addresses allow the group in all;
 *     empty where that is not known
 * @param tested the largest size that a load test has proven; empty where none has
 * @param hostHour what a host costs an hour, not negative; 0 where that is not known
 * @param spendPerHour the most that the floor may cost an hour; empty without a limit
 * @param zonesToLose how many availability zones may fail and demand still be served, not negative
 * @param growth a want above so many times the highest demand ever measured is taken for a mistake
 *     until it is approved; at least 1
 * @param largeMove in {@link ControlMode#APPROVE} a move by more than this share of the floor waits
 *     for a person, above 0
 * @param launchesPerMinute hosts that can be launched a minute, at least 1: what more is needed at
 *     once is asked for so much earlier; empty without a limit
 */
public record GroupLimits(
    OptionalInt quota,
    OptionalInt tested,
    double hostHour,
    OptionalDouble spendPerHour,
    int zonesToLose,
    double growth,
    double largeMove,
    OptionalInt launchesPerMinute) {
  /** Nothing known, nothing limited but threefold growth and moves of a half. */
  public static final GroupLimits STANDARD =
      new GroupLimits(
          OptionalInt.empty(), OptionalInt.empty(), 0, OptionalDouble.empty(), 0, 3, 0.5);

  private static final double ROUNDING = 1e-9;

  public GroupLimits {
    if (launchesPerMinute.orElse(1) < 1) {
      throw new IllegalArgumentException(launchesPerMinute + " launches a minute");
    }
    if (!(hostHour >= 0) || zonesToLose < 0 || !(growth >= 1) || !(largeMove > 0)) {
      throw new IllegalArgumentException(
          "limits out of range: host hour %s, zones to lose %d, growth %s, large move %s"
              .formatted(hostHour, zonesToLose, growth, largeMove));
    }
  }

  /** Limits of a group whose hosts can be launched at any rate. */
  public GroupLimits(
      OptionalInt quota,
      OptionalInt tested,
      double hostHour,
      OptionalDouble spendPerHour,
      int zonesToLose,
      double growth,
      double largeMove) {
    this(
        quota, tested, hostHour, spendPerHour, zonesToLose, growth, largeMove, OptionalInt.empty());
  }

  /** The same limits with another quota. */
  public GroupLimits withQuota(OptionalInt other) {
    return new GroupLimits(
        other, tested, hostHour, spendPerHour, zonesToLose, growth, largeMove, launchesPerMinute);
  }

  /** Hosts whose cost an hour is allowed; empty without a limit or where the cost is not known. */
  public OptionalInt affordable() {
    return spendPerHour.isEmpty() || hostHour <= 0
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.floor(spendPerHour.getAsDouble() / hostHour + ROUNDING));
  }

  /** How much longer so many hosts take to launch than one does. */
  public Duration launching(int hosts) {
    return launchesPerMinute.isEmpty()
        ? Duration.ZERO
        : Duration.ofMinutes(
            Math.max(0, -Math.floorDiv(-hosts, launchesPerMinute.getAsInt()) - 1L));
  }

  /** The standard limits where a host costs so much an hour. */
  public static GroupLimits costing(double hostHour) {
    return new GroupLimits(
        STANDARD.quota,
        STANDARD.tested,
        hostHour,
        STANDARD.spendPerHour,
        STANDARD.zonesToLose,
        STANDARD.growth,
        STANDARD.largeMove);
  }
}
