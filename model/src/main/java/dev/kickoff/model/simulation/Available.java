package dev.kickoff.model.simulation;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.capacity.PlanRequest;
import dev.kickoff.model.capacity.PlanRequest.Company;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.demand.DemandSeries;
import java.util.EnumMap;
import java.util.Map;
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
    DemandSeries recent, Optional<Plans> plans, EventCalendar calendar, Surroundings surroundings) {
  /** The plans for one set of forecasts, each made when it is first asked for. */
  public static final class Plans {
    private final CapacityPlanner planner;
    private final PlanRequest request;
    private final Map<Company, CapacityPlan> made = new EnumMap<>(Company.class);

    Plans(CapacityPlanner planner, PlanRequest request) {
      this.planner = planner;
      this.request = request;
    }

    /** The plan for a group in this company. */
    public CapacityPlan of(Company company) {
      return made.computeIfAbsent(company, c -> planner.plan(request.in(c)));
    }
  }
}
