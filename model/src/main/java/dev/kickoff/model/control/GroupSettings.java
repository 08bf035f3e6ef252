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
    ReleaseMode release) {}
