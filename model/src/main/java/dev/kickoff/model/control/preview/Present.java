package dev.kickoff.model.control.preview;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.override.OverrideBook;
import java.util.Optional;

/**
 * A group as it is, or would be under other circumstances: what a tick sees, and what the plan in
 * it is made of.
 *
 * @param configured the group's settings before any order
 * @param situation its plan does not count: it is made anew
 * @param memory what was decided before
 * @param near the newest near forecast; empty before the first
 * @param far the newest far forecast; empty before the first
 */
public record Present(
    GroupSettings configured,
    Situation situation,
    ControlMemory memory,
    Optional<DemandForecast> near,
    Optional<DemandForecast> far) {

  /** The plan for it; empty without any forecast. */
  public Optional<CapacityPlan> plan(CapacityPlanner planner) {
    return near.isEmpty() && far.isEmpty()
        ? Optional.empty()
        : Optional.of(
            planner.plan(situation.settings().planRequest(near, far, situation.calendar())));
  }

  /** What a tick sees, with that plan. */
  Situation planned(CapacityPlanner planner) {
    return situation.planned(plan(planner));
  }

  /** The floor that stands: the group's own where it is configured to act, whatever is ordered. */
  int standing() {
    return Controller.floorBefore(with(Surroundings.CALM, situation.calendar()), memory);
  }

  /** The same under other orders. */
  public Present under(OverrideBook orders) {
    Surroundings other = situation.surroundings().under(orders);
    return new Present(configured, with(other, situation.calendar()), memory, near, far);
  }

  /** The same with other forecasts, made for another calendar. */
  public Present expecting(
      EventCalendar calendar, Optional<DemandForecast> soon, Optional<DemandForecast> later) {
    return new Present(configured, with(situation.surroundings(), calendar), memory, soon, later);
  }

  /** The same group configured otherwise. */
  public Present configured(GroupSettings other) {
    return new Present(other, situation, memory, near, far).under(orders());
  }

  /** What is ordered. */
  public OverrideBook orders() {
    return situation.surroundings().overrides();
  }

  private Situation with(Surroundings seen, EventCalendar calendar) {
    return new Situation(
        situation.now(),
        configured,
        situation.fleet(),
        situation.plan(),
        situation.recent(),
        situation.completeness(),
        calendar,
        seen);
  }
}
