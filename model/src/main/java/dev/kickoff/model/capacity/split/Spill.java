package dev.kickoff.model.capacity.split;

import java.util.List;

/**
 * What a pool carries beside its own share: what the other pools cannot have.
 *
 * @param own the name of the pool in question
 * @param pools all that carry a service together, in the order in which they take over; that in
 *     question has no limit here, so that it says what it wants
 */
public record Spill(String own, List<HostPool> pools) {
  public Spill {
    pools = List.copyOf(pools);
    if (pools.stream().noneMatch(pool -> pool.name().equals(own))) {
      throw new IllegalArgumentException(own + " is none of " + pools);
    }
  }

  /** The hosts of the pool in question for {@code units} in all. */
  public int hostsFor(double units) {
    return FleetSplit.of(units, pools, 0).hosts().getOrDefault(own, 0);
  }
}
