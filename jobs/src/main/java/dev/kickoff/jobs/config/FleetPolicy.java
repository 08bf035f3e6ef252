package dev.kickoff.jobs.config;

import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.capacity.PlanningPolicy;
import dev.kickoff.model.capacity.quantile.CriticalFractile;
import dev.kickoff.model.capacity.quantile.FixedQuantile;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.simulation.Costs;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The keys of a fleet file that say how it is scaled and spread, and what that costs. */
final class FleetPolicy {
  private static final List<String> DEFAULT_ZONES = List.of("a", "b", "c");

  private FleetPolicy() {}

  static List<String> zones(YamlSection root) {
    List<String> zones = root.list("zones");
    if (zones.stream().distinct().count() < zones.size()) {
      root.refuse("zones", " names a zone twice", "name each zone once");
    }
    return zones.isEmpty() ? DEFAULT_ZONES : zones;
  }

  static Optional<ReactiveSettings> reactive(YamlSection root) {
    Optional<YamlSection> found = root.section("reactive", "{kind: target-tracking, target: 0.7}");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    YamlSection reactive = found.get();
    Optional<String> kind = reactive.choice("kind", List.of("target-tracking", "none"));
    OptionalDouble target = NumberRange.SHARE.number(reactive, "target");
    OptionalDouble alarm = NumberRange.PERIOD.number(reactive, "alarmMinutes");
    OptionalDouble scaleIn = NumberRange.PERIOD.number(reactive, "scaleInMinutes");
    reactive.require("kind", "target-tracking");
    boolean tracking = kind.equals(Optional.of("target-tracking"));
    if (tracking) {
      reactive.require("target", "0.7");
    }
    reactive.refuseUnknownKeys();
    return tracking && target.isPresent()
        ? Optional.of(
            new ReactiveSettings(
                target.getAsDouble(),
                NumberRange.minutes(alarm.orElse(5)),
                NumberRange.minutes(scaleIn.orElse(15))))
        : Optional.empty();
  }

  static Costs costs(YamlSection root) {
    Optional<YamlSection> found = root.section("costs", "{hostHour: 0.10, shortMinute: 5.00}");
    if (found.isEmpty()) {
      return Costs.DEFAULT;
    }
    YamlSection costs = found.get();
    OptionalDouble hostHour = NumberRange.COST.number(costs, "hostHour");
    OptionalDouble shortMinute = NumberRange.COST.number(costs, "shortMinute");
    OptionalDouble unmet = NumberRange.COST.number(costs, "unmetThousand");
    costs.refuseUnknownKeys();
    double minute = unmet.isPresent() ? 0 : Costs.DEFAULT.shortMinute();
    return new Costs(hostHour.orElse(Costs.DEFAULT.hostHour()), shortMinute.orElse(minute), unmet);
  }

  /** How forecasts are turned into hosts: one quantile where it is given, else by the costs. */
  static PlanningPolicy planning(YamlSection root, Costs costs) {
    Optional<YamlSection> found = root.section("planning", "{quantile: 0.99}");
    OptionalDouble quantile = OptionalDouble.empty();
    if (found.isPresent()) {
      quantile = NumberRange.QUANTILE.number(found.get(), "quantile");
      found.get().refuseUnknownKeys();
    }
    return PlanningPolicy.standard(
        quantile.isPresent()
            ? new FixedQuantile(quantile.getAsDouble())
            : new CriticalFractile(costs.planning()));
  }

  static ControlMode mode(YamlSection root) {
    Optional<String> mode =
        root.choice("mode", List.of("forecast-only", "approve", "forecast-and-scale"));
    return switch (mode.orElse("forecast-only")) {
      case "forecast-and-scale" -> ControlMode.FORECAST_AND_SCALE;
      case "approve" -> ControlMode.APPROVE;
      default -> ControlMode.FORECAST_ONLY;
    };
  }

  static ReleaseMode release(YamlSection root) {
    Optional<String> release = root.choice("release", List.of("floor", "desired"));
    return release.equals(Optional.of("desired")) ? ReleaseMode.DESIRED : ReleaseMode.FLOOR;
  }
}
