package dev.kickoff.model.simulation;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.demand.DemandSeries;
import java.util.Optional;

/**
 * What the live engine would know at a tick.
 *
 * @param recent the last hour of minutes that have arrived
 * @param plan made of the newest forecasts that have arrived, for a group that has a reactive
 *     policy of its own; empty before the first
 * @param planAlone the same for a group that nothing else scales
 * @param calendar as known at the tick
 * @param surroundings what else is known
 */
public record Available(
    DemandSeries recent,
    Optional<CapacityPlan> plan,
    Optional<CapacityPlan> planAlone,
    EventCalendar calendar,
    Surroundings surroundings) {}
