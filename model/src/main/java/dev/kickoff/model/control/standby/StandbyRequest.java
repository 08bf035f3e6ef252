package dev.kickoff.model.control.standby;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.KnownPast;
import dev.kickoff.model.override.OverrideBook;
import java.time.Instant;
import java.util.Optional;

/**
 * What a standby schedule is made for.
 *
 * @param now schedules begin after it
 * @param settings of the group
 * @param floor the live floor, in hosts
 * @param ceiling the most that may be scheduled: the group's maximum within its limits, in hosts
 * @param plan the plan that is followed
 * @param calendar the events beyond the plan's reach
 * @param past the highest demand known, for those events; empty where nothing says
 * @param orders what operators ordered; the schedule obeys them while they are in force
 */
public record StandbyRequest(
    Instant now,
    GroupSettings settings,
    int floor,
    int ceiling,
    CapacityPlan plan,
    EventCalendar calendar,
    Optional<KnownPast> past,
    OverrideBook orders) {
  /** So many hosts within what is configured and allowed. */
  int within(int hosts) {
    return Math.min(ceiling, Math.max(settings.bounds().min(), hosts));
  }
}
