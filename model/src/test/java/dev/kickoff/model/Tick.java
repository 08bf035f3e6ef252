package dev.kickoff.model;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.GroupLimits;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.surroundings.ServiceHealth;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupCondition;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.override.OperatorOverride;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** A tick in the making: begins as {@link Scenes#tick}, and each word changes one thing. */
public record Tick(Situation situation, ControlMemory memory) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** A calm noon at which so many hosts stand and a plan wants so many; demand needs 6. */
  public static Tick of(int standing, int want) {
    return at(Scenes.NOON, standing, want);
  }

  /** The same at another time. */
  public static Tick at(Instant now, int standing, int want) {
    return new Tick(Scenes.tick(now, standing, want, 5_000), ControlMemory.EMPTY);
  }

  /** What a guardrail says to a proposal. */
  public Verdict ask(Guardrail guardrail, int proposed) {
    return guardrail.check(proposed, situation, memory);
  }

  private Tick with(Situation other) {
    return new Tick(other, memory);
  }

  public Tick remembering(ControlMemory other) {
    return new Tick(situation, other);
  }

  public Tick set(UnaryOperator<GroupSettings> change) {
    Situation s = situation;
    return with(
        new Situation(
            s.now(),
            change.apply(s.settings()),
            s.fleet(),
            s.plan(),
            s.recent(),
            s.completeness(),
            s.calendar(),
            s.surroundings()));
  }

  public Tick mode(ControlMode mode) {
    return set(settings -> settings.withMode(mode));
  }

  public Tick release(ReleaseMode release) {
    return set(settings -> settings.withRelease(release));
  }

  public Tick lead(Duration lead) {
    return set(settings -> settings.withLeadTime(LeadTime.constant(lead)));
  }

  public Tick limits(GroupLimits limits) {
    return set(settings -> settings.within(limits));
  }

  public Tick bounds(int min, int max) {
    return set(
        g ->
            new GroupSettings(
                g.group(),
                g.service(),
                g.profile(),
                g.leadTime(),
                new GroupSize(min, max, min),
                g.mode(),
                g.release(),
                g.limits()));
  }

  public Tick fleet(Optional<FleetState> fleet) {
    Situation s = situation;
    return with(
        new Situation(
            s.now(),
            s.settings(),
            fleet,
            s.plan(),
            s.recent(),
            s.completeness(),
            s.calendar(),
            s.surroundings()));
  }

  public Tick noFleet() {
    return fleet(Optional.empty());
  }

  private Tick change(UnaryOperator<FleetState> change) {
    return fleet(situation.fleet().map(change));
  }

  public Tick inService(Map<String, Integer> byZone) {
    int sum = byZone.values().stream().mapToInt(Integer::intValue).sum();
    return change(
        f ->
            new FleetState(
                f.group(), f.observedAt(), f.size(), sum, f.pending(), byZone, f.condition()));
  }

  public Tick inService(int hosts) {
    return inService(Map.of("a", hosts));
  }

  public Tick size(int min, int max, int desired) {
    return change(
        f ->
            new FleetState(
                f.group(),
                f.observedAt(),
                new GroupSize(min, max, desired),
                f.inService(),
                f.pending(),
                f.inServiceByZone(),
                f.condition()));
  }

  public Tick condition(GroupCondition condition) {
    return change(f -> f.with(condition));
  }

  public Tick plan(Optional<CapacityPlan> plan) {
    Situation s = situation;
    return with(
        new Situation(
            s.now(),
            s.settings(),
            s.fleet(),
            plan,
            s.recent(),
            s.completeness(),
            s.calendar(),
            s.surroundings()));
  }

  public Tick noPlan() {
    return plan(Optional.empty());
  }

  public Tick recent(DemandSeries recent) {
    return measured(recent, situation.completeness());
  }

  public Tick completeness(double completeness) {
    return measured(situation.recent(), completeness);
  }

  private Tick measured(DemandSeries recent, double completeness) {
    Situation s = situation;
    return with(
        new Situation(
            s.now(),
            s.settings(),
            s.fleet(),
            s.plan(),
            recent,
            completeness,
            s.calendar(),
            s.surroundings()));
  }

  public Tick demand(double rpm) {
    return recent(Scenes.steady(situation.now(), 30, rpm));
  }

  /** The newest minutes, the last ending now; a negative one is a gap. */
  public Tick readings(double... rpm) {
    Instant from = situation.now().minus(MINUTE.multipliedBy(rpm.length));
    DemandSeries.Builder builder = DemandSeries.builder(from, MINUTE);
    for (int i = 0; i < rpm.length; i++) {
      if (rpm[i] >= 0) {
        builder.set(from.plus(MINUTE.multipliedBy(i)), rpm[i]);
      }
    }
    return recent(builder.build());
  }

  public Tick noDemand() {
    return recent(DemandSeries.empty(situation.now(), MINUTE));
  }

  public Tick calendar(EventCalendar calendar) {
    Situation s = situation;
    return with(
        new Situation(
            s.now(),
            s.settings(),
            s.fleet(),
            s.plan(),
            s.recent(),
            s.completeness(),
            calendar,
            s.surroundings()));
  }

  public Tick calendar(Event... versions) {
    return calendar(EventCalendar.of(List.of(versions)));
  }

  public Tick around(UnaryOperator<Surroundings> change) {
    return with(situation.within(change.apply(situation.surroundings())));
  }

  /** With an order of ours from an hour ago until an hour from now. */
  public Tick order(OperatorOverride.Kind kind, int hosts) {
    return order(kind, hosts, Duration.ofHours(1));
  }

  public Tick order(OperatorOverride.Kind kind, int hosts, Duration left) {
    OperatorOverride order =
        new OperatorOverride(
            kind + "-" + hosts,
            Optional.empty(),
            kind,
            hosts,
            situation.now().minus(Duration.ofHours(1)),
            situation.now().plus(left),
            "ada",
            "a test");
    return around(s -> s.with(order));
  }

  /** With a service that was last measured so long ago. */
  public Tick health(Duration age, OptionalDouble errorShare, OptionalDouble latencyRatio) {
    ServiceHealth health =
        new ServiceHealth(
            situation.now().minus(age), errorShare, latencyRatio, OptionalDouble.empty());
    return around(s -> s.with(health));
  }

  /** Limits with prices; anything else as {@link GroupLimits#STANDARD}. */
  public static GroupLimits priced(double hostHour, double spendPerHour) {
    return new GroupLimits(
        OptionalInt.empty(),
        OptionalInt.empty(),
        hostHour,
        OptionalDouble.of(spendPerHour),
        0,
        3,
        0.5);
  }

  /** Limits of size. */
  public static GroupLimits sized(OptionalInt quota, OptionalInt tested) {
    return new GroupLimits(quota, tested, 0, OptionalDouble.empty(), 0, 3, 0.5);
  }

  /** Limits of zones. */
  public static GroupLimits losing(int zones) {
    return new GroupLimits(
        OptionalInt.empty(), OptionalInt.empty(), 0, OptionalDouble.empty(), zones, 3, 0.5);
  }
}
