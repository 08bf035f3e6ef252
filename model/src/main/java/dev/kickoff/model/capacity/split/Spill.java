package dev.kickoff.model.capacity.split;

import java.util.List;

/**
 * What a pool carries beside its own share of a demand: what the other pools cannot have.
 *
 * @param own the name of the pool in question
 * @param pools all that carry the demand together, in the order in which they take over; that in
 *     question has no limit here, so that it says what it wants
 */
public record Spill(String own, List<HostPool> pools) {
  public Spill {
    pools = List.copyOf(pools);
    if (pools.stream().noneMatch(pool -> pool.name().equals(own))) {
      throw new IllegalArgumentException(own + " is none of " + pools);
    }
  }

  /** The hosts of the pool in question where there are so many units of demand in all. */
  public int hostsFor(double units) {
    double shares = pools.stream().mapToDouble(HostPool::share).sum();
    double left = units;
    int hosts = 0;
    for (HostPool pool : pools) {
      int part = pool.hostsFor(units * pool.share() / shares);
      left -= part * pool.unitsPerHost();
      hosts = pool.name().equals(own) ? part : hosts;
    }
    for (HostPool pool : pools) {
      int part = pool.hostsFor(units * pool.share() / shares);
      int more = Math.min(pool.most() - part, pool.hostsFor(Math.max(0, left)));
      left -= more * pool.unitsPerHost();
      hosts += pool.name().equals(own) ? more : 0;
    }
    return hosts;
  }
}
