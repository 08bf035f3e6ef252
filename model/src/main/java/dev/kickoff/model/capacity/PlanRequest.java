package dev.kickoff.model.capacity;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.DemandForecast;
import java.util.Optional;

/**
 * What a plan is made for, and of.
 *
 * @param near the newest near forecast; empty before the first
 * @param far the newest far forecast; empty before the first
 * @param calendar names the events in the reasons
 */
public record PlanRequest(
    String group,
    HostProfile profile,
    LeadTime leadTime,
    Optional<DemandForecast> near,
    Optional<DemandForecast> far,
    EventCalendar calendar) {}
