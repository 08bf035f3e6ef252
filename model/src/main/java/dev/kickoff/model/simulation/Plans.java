package dev.kickoff.model.simulation;

import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.capacity.PlanRequest;
import dev.kickoff.model.capacity.PlanRequest.Company;
import java.util.EnumMap;
import java.util.Map;

/** The plans for one set of forecasts, each made when it is first asked for. */
public final class Plans {
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
