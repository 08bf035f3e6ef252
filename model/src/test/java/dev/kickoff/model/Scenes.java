package dev.kickoff.model;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityStep;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.capacity.PlanBasis;
import dev.kickoff.model.capacity.PlanningPolicy;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.MethodNote;
import dev.kickoff.model.forecast.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Small situations for tests: one group `web-asg` of hosts that carry 1,000 rpm each. */
public final class Scenes {
  public static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");
  public static final HostProfile THOUSAND = new HostProfile(1000);

  /** Plans for the p95, which the forecasts here state plainly. */
  public static final PlanningPolicy P95 =
      new PlanningPolicy(
          0.95, Duration.ofMinutes(15), Duration.ofMinutes(20), Duration.ofMinutes(2), 0.9, 0.05);

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Scenes() {}

  public static GroupSettings settings(ControlMode mode) {
    return new GroupSettings(
        "web-asg",
        new Service("web"),
        THOUSAND,
        LeadTime.constant(Duration.ofMinutes(10)),
        new GroupSize(2, 400, 2),
        mode,
        ReleaseMode.FLOOR);
  }

  /** Demand of the last {@code minutes} minutes before {@code now}, all the same. */
  public static DemandSeries steady(Instant now, int minutes, double rpm) {
    DemandSeries.Builder builder =
        DemandSeries.builder(now.minus(MINUTE.multipliedBy(minutes)), MINUTE);
    for (int i = 0; i < minutes; i++) {
      builder.set(now.minus(MINUTE.multipliedBy(minutes - i)), rpm);
    }
    return builder.build();
  }

  public static FleetState fleet(Instant at, int min, int inService) {
    return new FleetState(
        "web-asg",
        at,
        new GroupSize(min, 400, Math.max(min, inService)),
        inService,
        0,
        Map.of("a", inService));
  }

  /** A plan issued at {@code now} that wants {@code hosts} for the next hour. */
  public static CapacityPlan plan(Instant now, int hosts) {
    PlanBasis basis = new PlanBasis(Optional.of(now), Optional.of(now), Optional.of(now), 0);
    CapacityStep step =
        new CapacityStep(now, now, now.plus(Duration.ofHours(1)), hosts, "p95 at noon");
    return new CapacityPlan("web-asg", basis, List.of(step), "digest-" + hosts);
  }

  /** A tick at {@code now} with fresh inputs: this floor, this want, this measured demand. */
  public static Situation tick(Instant now, int floor, int want, double rpm) {
    return new Situation(
        now,
        settings(ControlMode.FORECAST_AND_SCALE),
        Optional.of(fleet(now, floor, floor)),
        Optional.of(plan(now, want)),
        steady(now, 30, rpm),
        1,
        EventCalendar.empty());
  }

  public static Event match(String uid, Instant kickOff) {
    return new Event(
        uid,
        "Home vs Away",
        "football_match",
        kickOff,
        kickOff.plus(Duration.ofMinutes(115)),
        Map.of(),
        EventVersion.FIRST);
  }

  /** A forecast whose p95 is {@code p95} at the start of each step and whose p50 is half of it. */
  public static DemandForecast forecast(
      ForecastKind kind, Instant at, int steps, ToDoubleFunction<Instant> p95) {
    return issued(
        kind,
        at,
        steps,
        from -> {
          double v = p95.applyAsDouble(from);
          return new Quantiles(v / 2, v * 0.9, v, v * 1.2);
        });
  }

  /** A forecast whose p50 is {@code p50} at the start of each step and whose p95 a tenth more. */
  public static DemandForecast foresight(
      ForecastKind kind, Instant at, int steps, ToDoubleFunction<Instant> p50) {
    return issued(
        kind,
        at,
        steps,
        from -> {
          double v = p50.applyAsDouble(from);
          return new Quantiles(v, v * 1.05, v * 1.1, v * 1.2);
        });
  }

  private static DemandForecast issued(
      ForecastKind kind, Instant at, int steps, Function<Instant, Quantiles> quantiles) {
    Duration resolution = kind == ForecastKind.NEAR ? MINUTE : Duration.ofMinutes(5);
    List<ForecastStep> list = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      Instant from = at.plus(resolution.multipliedBy(i));
      Quantiles q = quantiles.apply(from);
      list.add(new ForecastStep(from, from.plus(resolution), q, q));
    }
    MethodNote note = new MethodNote("test", "a test", List.of());
    return new DemandForecast(
        new Service("web"), kind, at, resolution, 0, note, Optional.of(at), list);
  }
}
