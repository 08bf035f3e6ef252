package dev.kickoff.model.control;

import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.GroupSize;

/**
 * What is configured for one group of hosts.
 *
 * @param service the service whose demand it carries
 * @param bounds the smallest and largest floor Kickoff may set; desired is the initial size
 */
public record GroupSettings(
    String group,
    Service service,
    HostProfile profile,
    LeadTime leadTime,
    GroupSize bounds,
    ControlMode mode,
    ReleaseMode release) {

  /** The same group carrying another service. */
  public GroupSettings serving(Service other) {
    return new GroupSettings(group, other, profile, leadTime, bounds, mode, release);
  }

  /** The same group in another mode. */
  public GroupSettings withMode(ControlMode other) {
    return new GroupSettings(group, service, profile, leadTime, bounds, other, release);
  }

  /** The same group with another way of letting hosts go. */
  public GroupSettings withRelease(ReleaseMode other) {
    return new GroupSettings(group, service, profile, leadTime, bounds, mode, other);
  }
}
