package dev.kickoff.model.control;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.fleet.FleetState;
import java.time.Instant;
import java.util.Optional;

/**
 * All that is seen at one tick of the control loop.
 *
 * <p>Its settings are those {@linkplain GroupSettings#under under the orders} that are in force: a
 * group that is ordered to forecast only cannot be looked at as one that acts.
 *
 * @param fleet the group as just read; empty when it could not be read
 * @param plan the newest plan; empty before the first
 * @param recent measured demand of the last hour or more, in requests per minute; gaps are absent
 * @param completeness of the newest measured minute: sources that reported over sources expected,
 *     0..1; 1 without any minute
 * @param calendar the calendar as known now
 * @param surroundings what else is seen
 */
public record Situation(
    Instant now,
    GroupSettings settings,
    Optional<FleetState> fleet,
    Optional<CapacityPlan> plan,
    DemandSeries recent,
    double completeness,
    EventCalendar calendar,
    Surroundings surroundings) {
  public Situation {
    settings = settings.under(surroundings.overrides(), now);
  }

  /** A situation in which nothing is ordered and nothing else known. */
  public Situation(
      Instant now,
      GroupSettings settings,
      Optional<FleetState> fleet,
      Optional<CapacityPlan> plan,
      DemandSeries recent,
      double completeness,
      EventCalendar calendar) {
    this(now, settings, fleet, plan, recent, completeness, calendar, Surroundings.CALM);
  }

  /** The same with another plan; empty for none. */
  public Situation planned(Optional<CapacityPlan> other) {
    return new Situation(now, settings, fleet, other, recent, completeness, calendar, surroundings);
  }

  /** The same with the group as it is then. */
  public Situation having(FleetState other) {
    return new Situation(
        now, settings, Optional.of(other), plan, recent, completeness, calendar, surroundings);
  }

  /** The same with other surroundings. */
  public Situation within(Surroundings other) {
    return new Situation(now, settings, fleet, plan, recent, completeness, calendar, other);
  }
}
