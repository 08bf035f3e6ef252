package dev.kickoff.jobs.config;

import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.fleet.GroupSize;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The keys of a fleet file that say how many hosts there are, what one carries and how soon. */
final class FleetCapacity {
  private FleetCapacity() {}

  static Optional<GroupSize> bounds(YamlSection root) {
    root.require("hosts", "{min: 2, max: 400, initial: 10}");
    Optional<YamlSection> found = root.section("hosts", "{min: 2, max: 400, initial: 10}");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    YamlSection hosts = found.get();
    OptionalInt min = NumberRange.HOSTS.integer(hosts, "min");
    OptionalInt max = NumberRange.HOSTS.integer(hosts, "max");
    OptionalInt initial = NumberRange.HOSTS.integer(hosts, "initial");
    hosts.require("min", "2");
    hosts.require("max", "400");
    hosts.refuseUnknownKeys();
    if (min.isEmpty() || max.isEmpty()) {
      return Optional.empty();
    }
    if (max.getAsInt() < Math.max(1, min.getAsInt())) {
      hosts.refuse("max", " " + max.getAsInt() + " is below min, or 0", "raise max or lower min");
      return Optional.empty();
    }
    int desired = initial.orElse(min.getAsInt());
    if (desired < min.getAsInt() || desired > max.getAsInt()) {
      hosts.refuse("initial", " " + desired + " is not within min and max", "correct it");
      return Optional.empty();
    }
    return Optional.of(new GroupSize(min.getAsInt(), max.getAsInt(), desired));
  }

  static Optional<HostProfile> profile(YamlSection root, Path file) {
    root.require("capacity", "{rpmPerHost: 2000}");
    Optional<YamlSection> found = root.section("capacity", "{rpmPerHost: 2000}");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    YamlSection capacity = found.get();
    OptionalDouble rpm = NumberRange.POSITIVE.number(capacity, "rpmPerHost");
    Optional<String> profile = capacity.text("profile");
    capacity.refuseUnknownKeys();
    if (capacity.has("rpmPerHost") && capacity.has("profile")) {
      capacity.refuse("profile", " is given beside rpmPerHost", "keep one of the two");
      return Optional.empty();
    }
    if (profile.isPresent()) {
      return ProfileFile.read(file.resolveSibling(profile.get()), capacity);
    }
    if (!capacity.has("profile")) {
      capacity.require("rpmPerHost", "2000");
    }
    return rpm.stream().mapToObj(HostProfile::new).findFirst();
  }

  static Optional<LeadTime> leadTime(YamlSection root) {
    root.require("leadTime", "{minutes: 10}");
    Optional<YamlSection> found = root.section("leadTime", "{minutes: 10}");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    YamlSection time = found.get();
    OptionalDouble constant = NumberRange.MINUTES.number(time, "minutes");
    OptionalDouble p50 = NumberRange.MINUTES.number(time, "p50");
    OptionalDouble p95 = NumberRange.MINUTES.number(time, "p95");
    time.refuseUnknownKeys();
    boolean distribution = time.has("p50") || time.has("p95");
    if (time.has("minutes") && distribution) {
      time.refuse("minutes", " is given beside p50 and p95", "keep minutes, or the two others");
      return Optional.empty();
    }
    if (!distribution) {
      time.require("minutes", "10");
      return constant.stream().mapToObj(m -> LeadTime.constant(NumberRange.minutes(m))).findFirst();
    }
    time.require("p50", "8");
    time.require("p95", "12");
    if (p50.isEmpty() || p95.isEmpty()) {
      return Optional.empty();
    }
    if (p95.getAsDouble() < p50.getAsDouble()) {
      time.refuse("p95", " is below p50", "95 of 100 launches cannot be faster than the median");
      return Optional.empty();
    }
    return Optional.of(
        new LeadTime(
            NumberRange.minutes(p50.getAsDouble()), NumberRange.minutes(p95.getAsDouble())));
  }
}
