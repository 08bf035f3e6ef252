package dev.kickoff.connectors.awssim;

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
 */
public record EndpointSettings(int port, Path folder, List<GroupDefinition> groups) {
  public EndpointSettings {
    groups = List.copyOf(groups);
    Set<String> names = new HashSet<>();
    for (GroupDefinition group : groups) {
      if (!names.add(group.name())) {
        throw new IllegalArgumentException("group '" + group.name() + "' is defined twice");
      }
    }
  }
}
