package dev.kickoff.jobs.config;

import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.control.GroupLimits;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The keys of a fleet file that say how far a group may go without asking a person.
 *
 * @param group the limits as the group keeps to them
 * @param vcpusPerHost what one host counts for in the account's quota; empty where it is not asked
 *     for
 */
record FleetLimits(GroupLimits group, OptionalInt vcpusPerHost) {
  private static final NumberRange GROWTH = new NumberRange(1, 1000, "a number from 1 to 1000");
  private static final NumberRange ZONES = new NumberRange(0, 10, "a whole number from 0 to 10");
  private static final NumberRange MOVE =
      new NumberRange(0.01, 100, "a share of the floor from 0.01 to 100");

  private static final NumberRange RATE =
      new NumberRange(1, 100_000, "a whole number from 1 to 100000");

  private static final NumberRange VCPUS =
      new NumberRange(1, 10_000, "a whole number from 1 to 10000");

  /** The limits; what a host costs comes from {@code costs}. */
  static FleetLimits read(YamlSection root, double hostHour) {
    GroupLimits standard = GroupLimits.STANDARD;
    Optional<YamlSection> found =
        root.section("limits", "{quota: 500, tested: 300, spendPerHour: 40.00}");
    if (found.isEmpty()) {
      return new FleetLimits(GroupLimits.costing(hostHour), OptionalInt.empty());
    }
    YamlSection limits = found.get();
    OptionalInt quota = NumberRange.HOSTS.integer(limits, "quota");
    OptionalInt tested = NumberRange.HOSTS.integer(limits, "tested");
    OptionalDouble spend = NumberRange.POSITIVE.number(limits, "spendPerHour");
    OptionalInt zones = ZONES.integer(limits, "zonesToLose");
    OptionalDouble growth = GROWTH.number(limits, "growth");
    OptionalDouble move = MOVE.number(limits, "largeMove");
    OptionalInt launches = RATE.integer(limits, "launchesPerMinute");
    OptionalInt vcpus = VCPUS.integer(limits, "vcpusPerHost");
    limits.refuseUnknownKeys();
    GroupLimits group =
        new GroupLimits(
            quota,
            tested,
            hostHour,
            spend,
            zones.orElse(standard.zonesToLose()),
            growth.orElse(standard.growth()),
            move.orElse(standard.largeMove()),
            launches);
    return new FleetLimits(group, vcpus);
  }
}
