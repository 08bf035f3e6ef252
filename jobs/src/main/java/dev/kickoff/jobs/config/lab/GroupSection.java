package dev.kickoff.jobs.config.lab;

import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.sim.LabGroup;
import dev.kickoff.model.lab.sim.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The group of a lab file and its circumstances: {@code group: {hosts, min, max, bootMinutes,
 * warmInMinutes, protected, serviceMillis}} and {@code circumstances: {refused, dark}}, lists of
 * {@code {fromMinute, minutes}}.
 */
final class GroupSection {
  private static final int MOST_HOSTS = 1_000;

  private final YamlSection root;
  private Duration boot = Duration.ZERO;

  /** What nobody controls, as the file expects it. */
  record Circumstances(List<Stretch> refused, List<Stretch> dark) {}

  GroupSection(YamlSection root) {
    this.root = root;
  }

  /** The group of such hosts; empty when it is missing or wrong. */
  Optional<LabGroup> group(HostCurve host) {
    root.require("group", "{hosts: 1, bootMinutes: 3.5}");
    Optional<YamlSection> found = root.section("group", "{hosts: 1, bootMinutes: 3.5}");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    YamlSection group = found.get();
    group.require("hosts", "1");
    group.require("bootMinutes", "3.5");
    OptionalInt hosts = Numbers.COUNT.integer(group, "hosts");
    int min = Numbers.COUNT.integer(group, "min").orElse(1);
    int max = Numbers.COUNT.integer(group, "max").orElse(MOST_HOSTS);
    OptionalDouble warmIn = NumberRange.MINUTES.number(group, "warmInMinutes");
    int guarded = Numbers.ANY_COUNT.integer(group, "protected").orElse(0);
    double millis = NumberRange.POSITIVE.number(group, "serviceMillis").orElse(10);
    NumberRange.MINUTES
        .number(group, "bootMinutes")
        .ifPresent(minutes -> boot = NumberRange.minutes(minutes));
    group.refuseUnknownKeys();
    if (hosts.isPresent() && (hosts.getAsInt() < min || hosts.getAsInt() > max)) {
      group.refuse("hosts", " is not within min and max", "write " + min + " to " + max);
      return Optional.empty();
    }
    return hosts.stream()
        .mapToObj(
            initial ->
                new LabGroup(
                    host,
                    initial,
                    min,
                    max,
                    NumberRange.minutes(warmIn.orElse(0)),
                    guarded,
                    millis))
        .findFirst();
  }

  /** From asked-for to in service; no time at all where it is missing or wrong. */
  Duration boot() {
    return boot;
  }

  /** When no host can be had, and when the metric of the alarms has no data. */
  Circumstances circumstances() {
    Optional<YamlSection> found =
        root.section("circumstances", "{refused: [{fromMinute: 10, minutes: 5}]}");
    if (found.isEmpty()) {
      return new Circumstances(List.of(), List.of());
    }
    Circumstances read =
        new Circumstances(stretches(found.get(), "refused"), stretches(found.get(), "dark"));
    found.get().refuseUnknownKeys();
    return read;
  }

  private static List<Stretch> stretches(YamlSection circumstances, String key) {
    List<Stretch> stretches = new ArrayList<>();
    if (!circumstances.has(key)) {
      return stretches;
    }
    for (YamlSection section : circumstances.sections(key)) {
      section.require("fromMinute", "10");
      section.require("minutes", "5");
      OptionalDouble from = NumberRange.MINUTES.number(section, "fromMinute");
      OptionalDouble minutes = NumberRange.PERIOD.number(section, "minutes");
      section.refuseUnknownKeys();
      if (from.isPresent() && minutes.isPresent()) {
        Duration begins = NumberRange.minutes(from.getAsDouble());
        stretches.add(new Stretch(begins, begins.plus(NumberRange.minutes(minutes.getAsDouble()))));
      }
    }
    return stretches;
  }
}
