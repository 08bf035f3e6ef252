package dev.kickoff.connectors.awssim;

import dev.kickoff.connectors.awssim.fault.FaultPlan;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where the endpoint listens, what it simulates and where it keeps its state.
 *
 * @param port a port of the loopback address; 0 takes a free one
 * @param folder holds the state file; made when it is missing
 * @param groups each name once
 * @param faults what goes wrong
 * @param vcpus what Service Quotas says the account may run, in vCPUs; empty where it refuses to
 *     say
 */
public record EndpointSettings(
    int port, Path folder, List<GroupDefinition> groups, FaultPlan faults, OptionalInt vcpus) {
  public EndpointSettings {
    groups = List.copyOf(groups);
    Set<String> names = new HashSet<>();
    for (GroupDefinition group : groups) {
      if (!names.add(group.name())) {
        throw new IllegalArgumentException("group '" + group.name() + "' is defined twice");
      }
    }
  }

  /** An endpoint where something goes wrong, and no quota is told. */
  public EndpointSettings(int port, Path folder, List<GroupDefinition> groups, FaultPlan faults) {
    this(port, folder, groups, faults, OptionalInt.empty());
  }

  /** An endpoint where nothing goes wrong. */
  public EndpointSettings(int port, Path folder, List<GroupDefinition> groups) {
    this(port, folder, groups, FaultPlan.NONE);
  }
}
