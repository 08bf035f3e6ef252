package dev.kickoff.connectors.awssim;

import dev.kickoff.connectors.awssim.fault.FaultPlan;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the endpoint listens, what it simulates and where it keeps its state.
 *
 * @param port a port of the loopback address; 0 takes a free one
 * @param folder holds the state file; made when it is missing
 * @param groups each name once
 * @param faults what goes wrong
 */
public record EndpointSettings(
    int port, Path folder, List<GroupDefinition> groups, FaultPlan faults) {
  public EndpointSettings {
    groups = List.copyOf(groups);
    Set<String> names = new HashSet<>();
    for (GroupDefinition group : groups) {
      if (!names.add(group.name())) {
        throw new IllegalArgumentException("group '" + group.name() + "' is defined twice");
      }
    }
  }

  /** An endpoint where nothing goes wrong. */
  public EndpointSettings(int port, Path folder, List<GroupDefinition> groups) {
    this(port, folder, groups, FaultPlan.NONE);
  }
}
