package dev.kickoff.model.control;

import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.GroupSize;
import java.util.Optional;

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
