package dev.kickoff.model.capacity;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.DemandForecast;
import java.util.Optional;

/**
 * What a plan is made for, and of.
 *
 * @param near the newest near forecast; empty before the first
 * @param far the newest far forecast; empty before the first
 * @param calendar names the events in the reasons, and says when one is on
 * @param company what else scales the group
 * @param limits what the plan must keep to
 */
public record PlanRequest(
    String group,
    HostProfile profile,
    LeadTime leadTime,
    Optional<DemandForecast> near,
    Optional<DemandForecast> far,
    EventCalendar calendar,
    Company company,
    PlanLimits limits) {
  /** What else scales a group. */
  public enum Company {
    /** Nothing: what the plan does not ask for will not be there. */
    ALONE,
    /** A reactive policy of its own, which holds headroom over the demand that is there. */
    REACTIVE
  }

  /** A request for a group that nothing else scales and nothing limits. */
  public PlanRequest(
      String group,
      HostProfile profile,
      LeadTime leadTime,
      Optional<DemandForecast> near,
      Optional<DemandForecast> far,
      EventCalendar calendar) {
    this(group, profile, leadTime, near, far, calendar, Company.ALONE, PlanLimits.NONE);
  }

  /** The same for a group in other company. */
  public PlanRequest in(Company other) {
    return new PlanRequest(group, profile, leadTime, near, far, calendar, other, limits);
  }

  /** The same within other limits. */
  public PlanRequest within(PlanLimits other) {
    return new PlanRequest(group, profile, leadTime, near, far, calendar, company, other);
  }
}
