package dev.kickoff.deploy.console;

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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A day with a match, without an engine: demand that breathes with the day and doubles after
 * kick-off, forecasts that know it, a floor that rises before it. Deterministic.
 */
final class FakeMatchDay implements InstantSource {
  static final Service WEB = new Service("web");
  static final String GROUP = "web-asg";
  static final Instant KICK_OFF = Instant.parse("2026-06-19T19:00:00Z");
  static final Instant START = KICK_OFF.minus(Duration.ofMinutes(27));
  static final double RPM_PER_HOST = 2_000;

  private static final Duration LEAD = Duration.ofMinutes(10);
  private static final Duration HISTORY = Duration.ofHours(48);
  private static final int MIN_HOSTS = 6;
  private static final int MAX_HOSTS = 400;
  private static final long REVISION = 4;

  private final AtomicReference<Instant> now = new AtomicReference<>(START.minus(HISTORY));
  private final ControlMode mode;
  private final EngineViews views;
  private volatile boolean ended;
  private final List<Integer> asked = new ArrayList<>();
  private int floor = MIN_HOSTS;
  private int inService = MIN_HOSTS;
  private long sequence;

  FakeMatchDay(ControlMode mode) {
    this.mode = mode;
    GroupSettings settings =
        new GroupSettings(
            GROUP,
            WEB,
            new HostProfile(RPM_PER_HOST),
            LeadTime.constant(LEAD),
            new GroupSize(MIN_HOSTS, MAX_HOSTS, MIN_HOSTS),
            mode,
            ReleaseMode.FLOOR);
    this.views = new EngineViews(List.of(settings), this);
  }

  EngineViews views() {
    return views;
  }

  EngineTime time() {
    return new EngineTime(this, () -> 60.0, () -> ended);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Lets two days pass up to half an hour before kick-off. */
  void playHistory() {
    views.accept(event("semi", "Kenya vs Norway", KICK_OFF.minus(Duration.ofHours(22)), 1));
    views.accept(event("late", "Japan vs Chile", KICK_OFF.plus(Duration.ofMinutes(90)), 2));
    announce("Brazil vs Scotland");
    while (now.get().isBefore(START)) {
      playMinute();
    }
    now.set(START.plusSeconds(20));
  }

  /** Says what the match is called; later calls rename it. */
  void announce(String title) {
    views.accept(event("match", title, KICK_OFF, REVISION + sequence));
  }

  void end() {
    ended = true;
  }

  /** Lets only the clock move on. */
  void fallSilent(Duration silence) {
    now.set(now.get().plus(silence));
  }

  /** Lets one minute pass: demand, forecast, plan, decision and fleet. */
  void playMinute() {
    Instant minute = Instant.ofEpochSecond(now.get().getEpochSecond() / 60 * 60);
    Instant next = minute.plusSeconds(60);
    now.set(next);
    views.accept(new MinuteDemand(WEB, minute, Demand.measured(minute), 1, 1, true, next));
    views.accept(forecast(ForecastKind.NEAR, next, Duration.ofMinutes(1), 60));
    if (next.getEpochSecond() % 900 == 0 || next.equals(START)) {
      views.accept(forecast(ForecastKind.FAR, next, Duration.ofMinutes(5), 576));
    }
    CapacityPlan plan = plan(next);
    views.accept(plan);
    decide(next, minute, plan);
    asked.add(Math.max(floorSet(), hosts(Demand.measured(minute)) + 3));
    int booted = asked.get(Math.max(0, asked.size() - 1 - (int) LEAD.toMinutes()));
    inService += Math.max(-3, booted - inService);
    views.accept(fleet(next));
    now.set(next.plusSeconds(20));
  }

  private void decide(Instant at, Instant minute, CapacityPlan plan) {
    int wanted = plan.inForceAt(at).map(CapacityStep::hosts).orElse(MIN_HOSTS);
    int allowed = Math.min(wanted, floor + 15);
    boolean hold = wanted < floor && at.getEpochSecond() % 600 != 0;
    int to = hold ? floor : Math.max(allowed, floor - 8);
    String verdict = hold ? "lowered at most every 10 minutes" : "at most +15 or -8 per decision";
    DecisionInputs inputs =
        new DecisionInputs(
            Optional.of(fleet(at)),
            Optional.of(plan.digest()),
            Optional.of(plan.basis()),
            Optional.of(at),
            Optional.of(Demand.measured(minute)),
            REVISION,
            Optional.empty());
    views.accept(
        new Decision(
            new DecisionKey(GROUP, ++sequence, at),
            mode,
            new FloorChange(floor, wanted, to),
            List.of(
                new Verdict("bounds", wanted, wanted, "within 6..400 hosts"),
                new Verdict("step-limit", wanted, to, verdict)),
            reason(to, wanted),
            inputs,
            "a1b2c3d4e5f60718293a4b5c6d7e8f90"));
    floor = to;
  }

  private String reason(int to, int wanted) {
    String what =
        to > floor
            ? "Raised for what the plan needs"
            : to < floor ? "Lowered as demand fades" : "Held";
    return what + ": wanted " + wanted + ", from " + floor + " to " + to + " hosts.";
  }

  private FleetState fleet(Instant at) {
    int third = inService / 3;
    return new FleetState(
        GROUP,
        at,
        new GroupSize(floorSet(), MAX_HOSTS, Math.max(floorSet(), inService)),
        inService,
        Math.max(0, floorSet() - inService),
        Map.of("a", third, "b", third, "c", inService - 2 * third));
  }

  private int floorSet() {
    return mode == ControlMode.FORECAST_AND_SCALE ? floor : MIN_HOSTS;
  }

  private static CapacityPlan plan(Instant at) {
    List<CapacityStep> steps = new ArrayList<>();
    Instant first = Instant.ofEpochSecond(at.getEpochSecond() / 1800 * 1800);
    for (int i = 0; i < 96; i++) {
      Instant from = first.plusSeconds(1800L * i);
      double peak = 0;
      for (int m = 0; m < 40; m++) {
        peak = Math.max(peak, Demand.expected(from.plusSeconds(60L * m)) * 1.12);
      }
      int needed = (hosts(peak) + 4) / 5 * 5;
      Instant launch = from.minus(LEAD);
      steps.add(
          new CapacityStep(
              launch, from, from.plusSeconds(1800), needed, "p95 of the far forecast"));
    }
    PlanBasis basis = new PlanBasis(Optional.of(at), Optional.of(at), Optional.of(at), REVISION);
    return new CapacityPlan(GROUP, basis, steps, "plan-" + at.getEpochSecond());
  }

  private static int hosts(double rpm) {
    return new HostProfile(RPM_PER_HOST).hostsFor(rpm);
  }

  private static DemandForecast forecast(
      ForecastKind kind, Instant at, Duration resolution, int count) {
    List<ForecastStep> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant from = at.plus(resolution.multipliedBy(i));
      double p50 = Demand.expected(from);
      double wide = 1.06 + 0.05 * Math.min(1, i / 60.0);
      Quantiles quantiles = new Quantiles(p50, p50 * (wide - 0.03), p50 * wide, p50 * wide * 1.08);
      steps.add(new ForecastStep(from, from.plus(resolution), quantiles, quantiles));
    }
    MethodNote method = new MethodNote("selection", "20 days of history", List.of());
    return new DemandForecast(WEB, kind, at, resolution, REVISION, method, Optional.of(at), steps);
  }

  private static Event event(String uid, String title, Instant start, long revision) {
    return new Event(
        uid,
        title,
        "football_match",
        start,
        start.plus(Duration.ofMinutes(115)),
        Map.of("stage", "group"),
        new EventVersion(Optional.empty(), (int) revision, revision, EventStatus.CONFIRMED));
  }
}
