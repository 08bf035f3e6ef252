package dev.kickoff.model.simulation;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.demand.DemandSeries;
import java.util.Optional;

/**
 * What the live engine would know at a tick.
 *
 * @param recent the last hour of minutes that have arrived
 * @param plans made of the newest forecasts that have arrived; empty before the first
 * @param calendar as known at the tick
 * @param surroundings what else is known
 */
public record Available(
    DemandSeries recent,
    Optional<Plans> plans,
    EventCalendar calendar,
    Surroundings surroundings) {}
