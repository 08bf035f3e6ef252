package dev.kickoff.jobs;

import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.capacity.PlanningPolicy;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.guardrail.Guardrails;
import dev.kickoff.model.demand.ServiceMasks;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.ForecastIssuer;
import dev.kickoff.model.forecast.method.Methods;
import java.time.ZoneId;

/** The one brain, as every shell wires it: live, in a replay and in an audit. */
public final class Brain {
  private Brain() {}

  /**
   * An issuer of forecasts with every method, for one thread.
   *
   * @param zone the time zone people live in
   * @param masks what must not be learnt; each counts from when it was known
   */
  public static ForecastIssuer issuer(ZoneId zone, ServiceMasks masks) {
    ForecastDesk desk = new ForecastDesk(Methods.inOrder(zone));
    return (service, kind, request) -> desk.issue(service, kind, request.told(masks.of(service)));
  }

  /** A planner by the standard costs. */
  public static CapacityPlanner planner() {
    return planner(PlanningPolicy.STANDARD);
  }

  /** A planner as a fleet file asks for it. */
  public static CapacityPlanner planner(PlanningPolicy policy) {
    return new CapacityPlanner(policy);
  }

  public static Controller controller() {
    return new Controller(Guardrails.standard());
  }
}
