package dev.kickoff.connectors.awssim;

import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.group.GroupShape;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import java.util.Optional;

/**
 * A group that the endpoint is to have.
 *
 * @param size its sizes when it is new; its desired capacity is in service from the start
 * @param reactive its own target tracking policy; empty when it has none
 * @param profile what one of its hosts carries
 */
public record GroupDefinition(
    GroupShape shape, GroupSize size, Optional<ReactiveSettings> reactive, HostProfile profile) {
  /** The name of the group. */
  public String name() {
    return shape.group();
  }
}
