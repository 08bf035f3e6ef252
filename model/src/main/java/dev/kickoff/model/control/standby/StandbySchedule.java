package dev.kickoff.model.control.standby;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.capacity.CapacityStep;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The staircase that must stand in the fleet's own schedule, so that the capacity comes, and goes
 * again, if we die now.
 *
 * <p>Where the plan reaches, every step of it; from there to {@link #REACH}, the highest floor of
 * the plan's last day, and around each event what the highest demand ever measured needs. Nothing
 * below the live floor is scheduled within the next hour: a scheduled action sets the minimum
 * absolutely, and while we live it must not undercut us.
 */
public final class StandbySchedule {
  /** How far ahead capacity stands. */
  public static final Duration REACH = Duration.ofDays(7);

  /** The most actions of ours in a group, of the {@link FleetSchedule#MOST} that it may have. */
  public static final int MOST = 100;

  private static final Duration NEVER_BELOW = Duration.ofMinutes(60);
  private static final Duration WRITTEN_AHEAD = Duration.ofMinutes(90);
  private static final Duration GRID = Duration.ofMinutes(5);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration SOONEST = Duration.ofMinutes(2);
  private static final Duration BEFORE_EVENT = Duration.ofMinutes(30);
  private static final Duration AFTER_EVENT = Duration.ofMinutes(150);
  private static final double ENOUGH = 0.95;
  private static final double GRAIN = 0.05;
  private static final double TOO_MUCH = 1.3;

  private final StandbyRequest request;
  private final Instant planEnd;
  private final Staircase allowed;
  private final Staircase planned;

  public StandbySchedule(StandbyRequest request) {
    this.request = request;
    this.planEnd =
        request.plan().steps().stream()
            .map(CapacityStep::until)
            .max(Instant::compareTo)
            .orElse(request.now());
    NavigableMap<Instant, Integer> all = new TreeMap<>(Map.of(request.now(), request.ceiling()));
    OrdersAhead orders = new OrdersAhead(request, GRID);
    this.allowed = orders.applied(new Staircase(all));
    this.planned = orders.applied(planned()).plain();
  }

  /**
   * What a schedule lacks; empty when the floor it leads to is never below 95 % of the plan's, nor
   * below the live floor within the next hour.
   *
   * @param sizes all that stands in the group's schedule
   */
  public Optional<String> lackOf(List<ScheduledSize> sizes) {
    Instant safe = request.now().plus(NEVER_BELOW);
    for (ScheduledSize size : sizes) {
      int min = size.min().orElse(Integer.MAX_VALUE);
      if (size.startAt().isBefore(safe) && min < request.floor()) {
        return Optional.of(
            "%s would set %d at %s, below the %d that stand"
                .formatted(size.name(), min, size.startAt(), request.floor()));
      }
    }
    return lackOfPlan(sizes);
  }

  private Optional<String> lackOfPlan(List<ScheduledSize> sizes) {
    Staircase needed = protectedFor(NEVER_BELOW);
    Staircase stands = Staircase.scheduled(request.now(), request.floor(), sizes);
    return stands
        .firstBelow(needed, ENOUGH, request.now().plus(SOONEST))
        .map(
            at ->
                "the fleet's own schedule holds %d hosts at %s where the plan wants %d"
                    .formatted(stands.at(at), at, needed.at(at)));
  }

  /** Whether a schedule lacks something, or would hold far more than the plan for long. */
  public boolean isOutdated(List<ScheduledSize> sizes) {
    if (lackOf(sizes).isPresent()) {
      return true;
    }
    Staircase target = protectedFor(WRITTEN_AHEAD);
    Staircase stands = Staircase.scheduled(request.now(), request.floor(), sizes);
    Instant until = planEnd.minus(DAY);
    for (Instant at = request.now().plus(WRITTEN_AHEAD); at.isBefore(until); at = at.plus(GRID)) {
      int wanted = target.highest(at.minus(NEVER_BELOW), at.plus(NEVER_BELOW));
      if (stands.at(at) > TOO_MUCH * wanted + 2) {
        return true;
      }
    }
    return false;
  }

  /** What should stand, at most {@link #MOST}, in order; hosts in grains of 5 %. */
  public List<Map.Entry<Instant, Integer>> target() {
    Staircase exact = protectedFor(WRITTEN_AHEAD);
    Duration grid = GRID;
    List<Map.Entry<Instant, Integer>> actions = onGrid(exact, grid);
    while (actions.size() > MOST) {
      grid = grid.multipliedBy(2);
      actions = onGrid(exact, grid);
    }
    return actions;
  }

  /** In each cell of the grid the highest floor, from the cell's beginning. */
  private List<Map.Entry<Instant, Integer>> onGrid(Staircase exact, Duration grid) {
    NavigableMap<Instant, Integer> cells = new TreeMap<>();
    cells.put(request.now(), request.floor());
    for (Instant change : exact.steps().tailMap(request.now(), false).keySet()) {
      long cell = Math.floorDiv(change.toEpochMilli(), grid.toMillis());
      for (long i = cell; i <= cell + 1; i++) {
        Instant from = Instant.ofEpochMilli(i * grid.toMillis());
        Instant soonest = request.now().plus(SOONEST);
        Instant at = from.isBefore(soonest) ? soonest : from;
        Instant end = Instant.ofEpochMilli((i + 1) * grid.toMillis());
        int most = allowed.highest(from, end);
        cells.merge(at, grained(exact.highest(from, end), most), Math::max);
      }
    }
    return new ArrayList<>(
        new Staircase(cells).plain().steps().tailMap(request.now(), false).entrySet());
  }

  /** Rounded up to its grain, but not past what is allowed. */
  private static int grained(int hosts, int most) {
    int grain = Math.max(1, (int) Math.floor(GRAIN * hosts));
    return Math.max(hosts, Math.min(most, -Math.floorDiv(-hosts, grain) * grain));
  }

  /** The plan's floor, nowhere below the live floor within {@code ahead}. */
  private Staircase protectedFor(Duration ahead) {
    Staircase plan = planned;
    Instant safe = request.now().plus(ahead);
    NavigableMap<Instant, Integer> steps = new TreeMap<>();
    steps.put(request.now(), Math.max(request.floor(), plan.at(request.now())));
    plan.steps()
        .tailMap(request.now(), false)
        .forEach(
            (at, hosts) ->
                steps.put(at, at.isBefore(safe) ? Math.max(request.floor(), hosts) : hosts));
    steps.putIfAbsent(safe, plan.at(safe));
    return new Staircase(steps).plain();
  }

  private Staircase planned() {
    Instant end = planEnd;
    NavigableMap<Instant, Integer> steps = new TreeMap<>();
    steps.put(request.now(), request.within(0));
    NavigableMap<Integer, Integer> inForce = new TreeMap<>();
    changes()
        .forEach(
            (at, hosts) -> {
              hosts.forEach(level -> count(inForce, level));
              int floor = inForce.isEmpty() ? 0 : inForce.lastKey();
              Instant from = at.isAfter(request.now()) ? at : request.now();
              if (from.isBefore(end)) {
                steps.put(from, request.within(floor));
              }
            });
    addBeyond(end, steps);
    return new Staircase(steps);
  }

  /** At each instant the levels that begin there, and, negative, those that end. */
  private NavigableMap<Instant, List<Integer>> changes() {
    NavigableMap<Instant, List<Integer>> changes = new TreeMap<>();
    for (CapacityStep step : request.plan().steps()) {
      changes.computeIfAbsent(step.launchAt(), at -> new ArrayList<>()).add(step.hosts());
      changes.computeIfAbsent(step.until(), at -> new ArrayList<>()).add(-step.hosts());
    }
    return changes;
  }

  private static void count(NavigableMap<Integer, Integer> inForce, int level) {
    inForce.merge(Math.abs(level), level > 0 ? 1 : -1, Integer::sum);
    inForce.remove(Math.abs(level), 0);
  }

  /** Where the plan ends, its last day's highest floor goes on; events beyond it get the most. */
  private void addBeyond(Instant end, NavigableMap<Instant, Integer> steps) {
    int lastDay = new Staircase(new TreeMap<>(steps)).highest(end.minus(DAY), end);
    steps.put(end.isAfter(request.now()) ? end : request.now(), lastDay);
    int most =
        request
            .past()
            .map(past -> request.within(request.settings().profile().hostsFor(past.highest())))
            .orElse(lastDay);
    Duration lead =
        request
            .settings()
            .leadTime()
            .p95()
            .plus(request.settings().limits().launching(most - lastDay))
            .plus(SOONEST)
            .plus(BEFORE_EVENT);
    Instant horizon = request.now().plus(REACH);
    for (Event event : request.calendar().overlapping(end, horizon)) {
      Instant raiseAt = event.start().minus(lead);
      if (!event.isAllDay() && most > lastDay && raiseAt.isAfter(end)) {
        Instant releaseAt = event.end().plus(AFTER_EVENT);
        steps.subMap(raiseAt, true, releaseAt, true).clear();
        steps.put(raiseAt, most);
        steps.put(releaseAt, lastDay);
      }
    }
  }
}
