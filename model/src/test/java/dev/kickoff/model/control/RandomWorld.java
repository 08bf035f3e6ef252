package dev.kickoff.model.control;

import static dev.kickoff.model.Scenes.NOON;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.Tick;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.control.surroundings.ForecastTrust;
import dev.kickoff.model.control.surroundings.ServiceHealth;
import dev.kickoff.model.control.surroundings.Standby;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.KnownPast;
import dev.kickoff.model.fleet.GroupCondition;
import dev.kickoff.model.fleet.ScheduledSize;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import dev.kickoff.model.override.OverrideBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** What may happen to a group in eight hours around one event: a seed is a world. */
final class RandomWorld {
  private final Random random;
  private final EventCalendar calendar;
  private final ReleaseMode release;
  private final ControlMode mode;
  private final GroupLimits limits;
  private final Optional<KnownPast> past;
  private OverrideBook overrides = OverrideBook.empty();
  private int floor;
  private int want;

  RandomWorld(long seed) {
    random = new Random(seed);
    Event match = Scenes.match("m", NOON.plus(Duration.ofMinutes(60 + random.nextInt(240))));
    calendar = EventCalendar.of(random.nextInt(3) == 0 ? moved(match) : List.of(match));
    release = random.nextInt(4) == 0 ? ReleaseMode.DESIRED : ReleaseMode.FLOOR;
    mode = random.nextInt(4) == 0 ? ControlMode.APPROVE : ControlMode.FORECAST_AND_SCALE;
    limits =
        new GroupLimits(
            oneIn(3) ? OptionalInt.of(50 + random.nextInt(300)) : OptionalInt.empty(),
            oneIn(3) ? OptionalInt.of(50 + random.nextInt(300)) : OptionalInt.empty(),
            0.1,
            oneIn(3) ? OptionalDouble.of(10 + random.nextInt(30)) : OptionalDouble.empty(),
            random.nextInt(3),
            3,
            0.5);
    past =
        oneIn(2)
            ? Optional.of(new KnownPast(NOON.minusSeconds(random.nextInt(200_000)), 60_000))
            : Optional.empty();
    floor = 2 + random.nextInt(100);
    want = floor;
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  private List<Event> moved(Event match) {
    Instant known = match.start().minus(Duration.ofMinutes(random.nextInt(120)));
    Event later = match.movedBy(Duration.ofMinutes(random.nextInt(300)));
    EventStatus status = oneIn(2) ? EventStatus.CANCELLED : EventStatus.CONFIRMED;
    return List.of(
        match,
        new Event(
            later.uid(),
            later.title(),
            later.category(),
            later.start(),
            later.end(),
            Map.of(),
            new EventVersion(Optional.of(known), 1, 1, status)));
  }

  Event match() {
    return calendar.versions().get(0);
  }

  /** The situation a tick sees; what was lost or wrong differs from tick to tick. */
  Situation see(Instant now) {
    want = oneIn(20) ? 1 + random.nextInt(450) : want;
    floor = oneIn(40) ? 1 + random.nextInt(400) : floor;
    order(now);
    int fault = random.nextInt(14);
    Tick tick =
        Tick.at(now, floor, want)
            .mode(mode)
            .release(release)
            .limits(limits)
            .bounds(2, 400)
            .recent(recent(now, fault))
            .completeness(fault == 5 ? 0.9 : 1)
            .calendar(calendar.asKnownAt(now))
            .around(s -> surroundings(now));
    tick = tick.size(floor, 400, floor).inService(zones()).condition(condition(now));
    tick = fault == 2 ? tick.plan(Optional.of(Scenes.plan(now.minusSeconds(540), want))) : tick;
    tick = fault == 4 ? tick.noPlan() : tick;
    return (fault == 3 ? tick.noFleet() : tick).situation();
  }

  /** What was decided comes to stand, but for calls that fail. */
  void follow(Decision decision) {
    floor = oneIn(15) || decision.inputs().fleet().isEmpty() ? floor : decision.change().to();
  }

  private void order(Instant now) {
    if (!oneIn(60)) {
      return;
    }
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    int hosts = kind.countsHosts() ? 1 + random.nextInt(450) : 0;
    Instant until = now.plusSeconds(60L * (5 + random.nextInt(90)));
    overrides =
        overrides.with(
            new OperatorOverride(
                "o" + random.nextInt(5),
                Optional.empty(),
                kind,
                hosts,
                now,
                until,
                "ada",
                "a test"));
  }

  private DemandSeries recent(Instant now, int fault) {
    if (fault == 1) {
      return DemandSeries.empty(now, Duration.ofMinutes(1));
    }
    double rpm = oneIn(8) ? 0 : random.nextDouble() * 60_000;
    DemandSeries steady =
        Scenes.steady(fault == 0 ? now.minus(Duration.ofMinutes(5)) : now, 30, rpm);
    if (fault != 6) {
      return steady;
    }
    DemandSeries.Builder jumped = DemandSeries.builder(now.minusSeconds(1_800), steady.step());
    for (int i = 0; i < 30; i++) {
      jumped.set(now.minusSeconds(60L * (30 - i)), i < 29 ? rpm : 60 * rpm);
    }
    return jumped.build();
  }

  private Surroundings surroundings(Instant now) {
    ServiceHealth health =
        new ServiceHealth(
            now.minusSeconds(random.nextInt(300)),
            oneIn(4) ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble() * 0.025),
            oneIn(4) ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble() * 1.6),
            OptionalDouble.empty());
    Standby standby =
        new Standby(
            oneIn(9)
                ? List.of(ScheduledSize.floor("s", now.plusSeconds(600), 1 + random.nextInt(400)))
                : List.of(),
            oneIn(12) ? Optional.of("the schedule lacks a raise") : Optional.empty());
    return new Surroundings(
        overrides,
        oneIn(2) ? Optional.of(health) : Optional.empty(),
        oneIn(2) ? Optional.of(new ForecastTrust(oneIn(8), "a test")) : Optional.empty(),
        past,
        oneIn(2) ? Optional.of(standby) : Optional.empty(),
        oneIn(2) ? Optional.of(LeadTime.constant(Duration.ofMinutes(5))) : Optional.empty());
  }

  private Map<String, Integer> zones() {
    Map<String, Integer> zones = new TreeMap<>();
    int serving = Math.max(0, floor - (oneIn(5) ? random.nextInt(20) : 0));
    zones.put("a", serving / 2);
    zones.put("b", serving - serving / 2);
    if (oneIn(2)) {
      zones.put("c", 0);
    }
    return zones;
  }

  private GroupCondition condition(Instant now) {
    TreeSet<String> suspended = new TreeSet<>();
    if (oneIn(20)) {
      suspended.add("Launch");
    }
    Optional<Instant> owners =
        oneIn(2) ? Optional.of(now.plusSeconds(random.nextInt(16) - 8)) : Optional.empty();
    return new GroupCondition(owners, suspended, oneIn(20), 0, Map.of());
  }
}
