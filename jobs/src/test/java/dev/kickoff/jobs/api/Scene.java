package dev.kickoff.jobs.api;

import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityStep;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.capacity.PlanBasis;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.DecisionInputs;
import dev.kickoff.model.control.DecisionKey;
import dev.kickoff.model.control.FloorChange;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.MethodNote;
import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.override.OperatorOverride;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One service, one group, a clock that is set by hand, and records for the views. */
public final class Scene implements InstantSource {
  static final Instant NOON = Instant.parse("2026-06-19T12:00:00Z");
  static final Service WEB = new Service("web");
  static final String GROUP = "web-asg";

  private volatile Instant now = NOON;
  private final EngineViews views =
      new EngineViews(
          List.of(
              new GroupSettings(
                  GROUP,
                  WEB,
                  new HostProfile(1_000),
                  LeadTime.constant(Duration.ofMinutes(10)),
                  new GroupSize(2, 100, 2),
                  ControlMode.FORECAST_AND_SCALE,
                  ReleaseMode.FLOOR)),
          this);

  EngineViews views() {
    return views;
  }

  EngineTime time() {
    return new EngineTime(this, () -> 1.0, () -> false);
  }

  void setNow(Instant instant) {
    now = instant;
  }

  @Override
  public Instant instant() {
    return now;
  }

  static Instant at(int minutesAfterNoon) {
    return NOON.plus(Duration.ofMinutes(minutesAfterNoon));
  }

  static MinuteDemand minute(int minutesAfterNoon, double rpm, int revision, boolean isFinal) {
    Instant minute = at(minutesAfterNoon);
    return new MinuteDemand(WEB, minute, rpm, 1, revision, isFinal, minute.plusSeconds(60));
  }

  static FleetState fleet(Instant observedAt, int floor, int inService) {
    GroupSize size = new GroupSize(floor, 100, Math.max(floor, inService));
    return new FleetState(GROUP, observedAt, size, inService, 0, Map.of("a", inService));
  }

  static DemandForecast near(int issuedMinutesAfterNoon, double p50) {
    Instant issuedAt = at(issuedMinutesAfterNoon);
    List<ForecastStep> steps = new ArrayList<>();
    Quantiles quantiles = new Quantiles(p50, p50 * 1.1, p50 * 1.2, p50 * 1.3);
    for (int i = 0; i < 60; i++) {
      Instant from = issuedAt.plus(Duration.ofMinutes(i));
      steps.add(new ForecastStep(from, from.plusSeconds(60), quantiles, quantiles));
    }
    return new DemandForecast(
        WEB,
        ForecastKind.NEAR,
        issuedAt,
        Duration.ofMinutes(1),
        1,
        new MethodNote("selection", "enough history", List.of()),
        Optional.of(issuedAt),
        steps);
  }

  static CapacityPlan plan(CapacityStep... steps) {
    PlanBasis basis = new PlanBasis(Optional.empty(), Optional.empty(), Optional.empty(), 1);
    return new CapacityPlan(GROUP, basis, List.of(steps), "plan-digest");
  }

  /** A step whose hosts are asked for ten minutes before they are needed. */
  static CapacityStep step(int neededMinutesAfterNoon, int untilMinutesAfterNoon, int hosts) {
    Instant neededAt = at(neededMinutesAfterNoon);
    return new CapacityStep(
        neededAt.minusSeconds(600), neededAt, at(untilMinutesAfterNoon), hosts, "expected demand");
  }

  public static Decision decision(long sequence, int from, int wanted, int to) {
    return decision(
        sequence,
        new FloorChange(from, wanted, to),
        List.of(new Verdict("step-limit", wanted, to, "at most 10 per decision")));
  }

  /** A decision to hold 8 that a guardrail had something to say about. */
  static Decision decision(long sequence, Verdict verdict) {
    FloorChange change = new FloorChange(8, verdict.proposed(), verdict.allowed());
    return decision(sequence, change, List.of(verdict));
  }

  private static Decision decision(long sequence, FloorChange change, List<Verdict> trail) {
    return new Decision(
        new DecisionKey(GROUP, sequence, NOON.plusSeconds(15 * sequence)),
        ControlMode.FORECAST_AND_SCALE,
        change,
        trail,
        "the plan asks for " + change.wanted(),
        new DecisionInputs(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            Optional.empty()),
        "digest-" + sequence);
  }

  static OperatorOverride freeze(String id) {
    return new OperatorOverride(
        id, Optional.empty(), OperatorOverride.Kind.FREEZE, 0, NOON, at(60), "ann", "a test");
  }

  /** A decision that a guardrail holds at ten hosts until somebody approves forty. */
  static Decision held(long sequence) {
    Decision plain = decision(sequence, 10, 40, 10);
    Verdict verdict = new Verdict("spend", 40, 10, "too dear").alarming();
    return new Decision(
        plain.key(),
        plain.mode(),
        plain.change(),
        List.of(verdict),
        plain.reason(),
        plain.inputs(),
        plain.digest());
  }

  static Event event(String title, int startMinutesAfterNoon) {
    Instant start = at(startMinutesAfterNoon);
    return new Event(
        "uid-" + title,
        title,
        "football_match",
        start,
        start.plus(Duration.ofHours(2)),
        Map.of(),
        new EventVersion(Optional.empty(), 0, 1, EventStatus.CONFIRMED));
  }
}
