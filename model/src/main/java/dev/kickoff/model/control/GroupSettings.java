package dev.kickoff.model.control;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.capacity.PlanLimits;
import dev.kickoff.model.capacity.PlanRequest;
import dev.kickoff.model.capacity.split.Spill;
import dev.kickoff.model.demand.KnownPast;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.override.OverrideBook;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

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
  private static final double PRE_APPROVED = 1.5;

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

  /** The same group carrying a part of its service's demand: above 0, at most 1. */
  public GroupSettings carrying(double share) {
    return with(profile.carrying(share));
  }

  /** The same group taking over what others cannot have. */
  public GroupSettings spilling(Spill together) {
    return with(profile.spilling(together));
  }

  private GroupSettings with(HostProfile other) {
    return new GroupSettings(group, service, other, leadTime, bounds, mode, release, limits);
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

  /**
   * The same group as a tick saw it.
   *
   * @param measured lead time; empty where what is configured counts
   * @param quota hosts that the account's quota allows; counts where it is below what is configured
   */
  public GroupSettings seen(Optional<LeadTime> measured, Optional<Integer> quota) {
    GroupSettings timed = measured.map(this::withLeadTime).orElse(this);
    return quota
        .map(hosts -> OptionalInt.of(Math.min(hosts, limits.quota().orElse(hosts))))
        .map(least -> timed.within(limits.withQuota(least)))
        .orElse(timed);
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
        .within(
            new PlanLimits(OptionalInt.of(most.hosts()), most.whose(), limits.launchesPerMinute()));
  }

  /**
   * Hosts that demand {@link GroupLimits#growth} times the highest ever measured needs: more is
   * taken for a mistake; empty where no highest is known.
   */
  public OptionalInt plausible(Optional<KnownPast> past) {
    return past.filter(known -> known.highest() > 0)
        .map(known -> OptionalInt.of(profile.hostsFor(limits.growth() * known.highest())))
        .orElse(OptionalInt.empty());
  }

  /**
   * Hosts up to which a raise applies in {@link ControlMode#APPROVE} though nobody answers: one and
   * a half times what the highest demand ever measured needs; without a known past, the size of a
   * move that is not large. Empty in other modes: nothing waits.
   *
   * @param standing the floor that stands, in hosts
   */
  public OptionalInt preApproved(Optional<KnownPast> past, int standing) {
    if (mode != ControlMode.APPROVE) {
      return OptionalInt.empty();
    }
    int small = (int) Math.floor((1 + limits.largeMove()) * standing);
    return OptionalInt.of(
        past.map(known -> profile.hostsFor(PRE_APPROVED * known.highest()))
            .orElse(Math.max(standing + 1, small)));
  }

  /**
   * The most hosts that are set without a person, whatever is planned; never below what stands.
   *
   * @param standing the floor that stands, in hosts
   */
  public int unattended(Optional<KnownPast> past, int standing) {
    int most =
        Stream.of(limits.affordable(), plausible(past), preApproved(past, standing))
            .mapToInt(limit -> limit.orElse(Integer.MAX_VALUE))
            .min()
            .orElse(Integer.MAX_VALUE);
    return Math.max(standing, most);
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
