package dev.kickoff.model.simulation;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.simulation.group.GroupShape;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a replay plays.
 *
 * @param minutes recorded demand in requests per minute, by the minute; what lies before {@code
 *     from} is history
 * @param calendar every version of every event; each is seen from the instant it became known
 * @param group the group that carries the demand
 * @param reactive the group's own policy; empty where it has none
 * @param from first minute of the timeline, on a whole minute
 * @param until its end, exclusive, after {@code from}
 */
public record ReplayInput(
    DemandSeries minutes,
    EventCalendar calendar,
    GroupSettings group,
    Optional<ReactiveSettings> reactive,
    List<String> zones,
    Instant from,
    Instant until) {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  public ReplayInput {
    zones = List.copyOf(zones);
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("a replay from " + from + " cannot end at " + until);
    }
    if (!minutes.step().equals(MINUTE)) {
      throw new IllegalArgumentException("a replay needs minutes, not steps of " + minutes.step());
    }
  }

  /** The same with other settings of the group. */
  public ReplayInput withGroup(GroupSettings other) {
    return new ReplayInput(minutes, calendar, other, reactive, zones, from, until);
  }

  /** How many minutes the timeline has. */
  public int rows() {
    return (int) Duration.between(from, until).toMinutes();
  }

  /** The hosts that the demand of the minute at {@code at} needs; empty in a gap. */
  public Optional<Integer> requiredAt(Instant at) {
    OptionalDouble demand = minutes.at(at);
    return demand.isPresent()
        ? Optional.of(group.profile().hostsFor(demand.getAsDouble()))
        : Optional.empty();
  }

  /** The most hosts needed in any minute within [{@code a}, {@code b}]; the minimum in gaps. */
  public int mostRequired(Instant a, Instant b) {
    int most = group.bounds().min();
    for (Instant at = a; !at.isAfter(b); at = at.plus(MINUTE)) {
      most = Math.max(most, requiredAt(at).orElse(0));
    }
    return Math.min(most, group.bounds().max());
  }

  /** A fresh group with {@code hosts} in service when the timeline starts. */
  public SimulatedGroup groupWith(int hosts) {
    GroupShape shape = new GroupShape(group.group(), group.leadTime().p50(), zones);
    return new SimulatedGroup(shape, group.bounds().withDesired(hosts), from);
  }
}
