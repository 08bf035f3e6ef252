package dev.kickoff.model.control;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.capacity.PlanLimits;
import dev.kickoff.model.capacity.PlanRequest;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.override.OverrideBook;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is configured for one group of hosts.
 *
 * @param service the service whose demand it carries
 * @param bounds the smallest and largest floor Kickoff may set; desired is the initial size
 * @param limits how far it may go without asking a person
 */
public record GroupSettings(
    String group,
    Service service,
    HostProfile profile,
    LeadTime leadTime,
    GroupSize bounds,
    ControlMode mode,
    ReleaseMode release,
    GroupLimits limits) {
  /** A group within the standard limits. */
  public GroupSettings(
      String group,
      Service service,
      HostProfile profile,
      LeadTime leadTime,
      GroupSize bounds,
      ControlMode mode,
      ReleaseMode release) {
    this(group, service, profile, leadTime, bounds, mode, release, GroupLimits.STANDARD);
  }

  /** The same group carrying another service. */
  public GroupSettings serving(Service other) {
    return new GroupSettings(group, other, profile, leadTime, bounds, mode, release, limits);
  }

  /** The same group in another mode. */
  public GroupSettings withMode(ControlMode other) {
    return new GroupSettings(group, service, profile, leadTime, bounds, other, release, limits);
  }

  /** The same group as orders of operators make it: one ordered to forecast only does not act. */
  public GroupSettings under(OverrideBook orders, Instant at) {
    return mode.acts() && orders.forecastOnly(group, at)
        ? withMode(ControlMode.FORECAST_ONLY)
        : this;
  }

  /** The same group with another way of letting hosts go. */
  public GroupSettings withRelease(ReleaseMode other) {
    return new GroupSettings(group, service, profile, leadTime, bounds, mode, other, limits);
  }

  /** The same group with another lead time. */
  public GroupSettings withLeadTime(LeadTime other) {
    return new GroupSettings(group, service, profile, other, bounds, mode, release, limits);
  }

  /** The same group within other limits. */
  public GroupSettings within(GroupLimits other) {
    return new GroupSettings(group, service, profile, leadTime, bounds, mode, release, other);
  }

  /** What a plan of this group is asked for, where these forecasts and this calendar are known. */
  public PlanRequest planRequest(
      Optional<DemandForecast> near, Optional<DemandForecast> far, EventCalendar calendar) {
    Ceiling most = ceiling(Optional.empty());
    return new PlanRequest(group, profile, leadTime, near, far, calendar)
        .in(release.company())
        .within(new PlanLimits(OptionalInt.of(most.hosts()), most.whose(), OptionalInt.empty()));
  }

  /**
   * The lowest of the configured maximum, the group's own, the quota and the size tested.
   *
   * @param own the group's sizes as they are; empty leaves its own maximum out
   */
  public Ceiling ceiling(Optional<GroupSize> own) {
    return new Ceiling(bounds.max(), "the configured maximum")
        .or(own.map(GroupSize::max).orElse(Integer.MAX_VALUE), "the group's maximum")
        .or(limits.quota().orElse(Integer.MAX_VALUE), "the quota")
        .or(limits.tested().orElse(Integer.MAX_VALUE), "the largest size tested");
  }
}
