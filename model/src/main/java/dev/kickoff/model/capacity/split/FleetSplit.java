package dev.kickoff.model.capacity.split;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A want in capacity units, dealt to pools of hosts.
 *
 * <p>Each pool gets its share; what one cannot have goes to the next in order that has room. With
 * {@code zonesToLose} each pool carries its part also without that many of its zones; a pool of too
 * few zones keeps at least one.
 *
 * @param hosts by pool, in all
 * @param byZone hosts by pool and zone
 * @param placed units that the hosts carry, also without the zones that may be lost
 * @param unplaced units that no pool can have, not negative
 * @param notes where a pool was too small, in one line each: "web-c: wanted 40, capped at 10"
 */
public record FleetSplit(
    Map<String, Integer> hosts,
    Map<String, Map<String, Integer>> byZone,
    double placed,
    double unplaced,
    List<String> notes) {
  private static final double ROUNDING = 1e-9;

  /** Units that found hosts, and those that did not. */
  private record Placed(double units, double left) {}

  public FleetSplit {
    hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
    byZone = Collections.unmodifiableSortedMap(new TreeMap<>(byZone));
    notes = List.copyOf(notes);
  }

  /**
   * Deals {@code units} to {@code pools}.
   *
   * @param units not negative
   * @param pools in the order in which they take over what others cannot have
   * @param zonesToLose how many zones may fail, not negative
   */
  public static FleetSplit of(double units, List<HostPool> pools, int zonesToLose) {
    List<String> notes = new ArrayList<>();
    int[] hosts = shared(units, pools, zonesToLose, notes);
    double carried = 0;
    for (int i = 0; i < hosts.length; i++) {
      carried += pools.get(i).unitsOf(hosts[i], zonesToLose);
    }
    for (int i = 0; i < hosts.length && units - carried > ROUNDING; i++) {
      HostPool pool = pools.get(i);
      double own = pool.unitsOf(hosts[i], zonesToLose);
      int wanted = pool.hostsFor(own + units - carried, zonesToLose);
      hosts[i] = Math.max(hosts[i], Math.min(pool.most(), wanted));
      carried += pool.unitsOf(hosts[i], zonesToLose) - own;
    }
    return of(
        pools, hosts, new Placed(carried, units - carried > ROUNDING ? units - carried : 0), notes);
  }

  /** Every pool's own share, as far as it can have it. */
  private static int[] shared(
      double units, List<HostPool> pools, int zonesToLose, List<String> notes) {
    double shares = pools.stream().mapToDouble(HostPool::share).sum();
    int[] hosts = new int[pools.size()];
    for (int i = 0; i < hosts.length; i++) {
      HostPool pool = pools.get(i);
      double part = shares == 0 ? 0 : units * pool.share() / shares;
      int wanted = pool.hostsFor(part, zonesToLose);
      hosts[i] = Math.min(wanted, pool.most());
      if (hosts[i] < wanted) {
        notes.add(pool.name() + ": wanted " + wanted + ", capped at " + hosts[i]);
      }
    }
    return hosts;
  }

  private static FleetSplit of(
      List<HostPool> pools, int[] hosts, Placed placed, List<String> notes) {
    Map<String, Integer> all = new TreeMap<>();
    Map<String, Map<String, Integer>> zones = new TreeMap<>();
    for (int i = 0; i < hosts.length; i++) {
      HostPool pool = pools.get(i);
      Map<String, Integer> spread = new TreeMap<>();
      for (int zone = 0; zone < pool.zones().size(); zone++) {
        spread.put(pool.zones().get(zone), pool.inZone(hosts[i], zone));
      }
      all.put(pool.name(), hosts[i]);
      zones.put(pool.name(), Collections.unmodifiableMap(spread));
    }
    return new FleetSplit(all, zones, placed.units(), placed.left(), notes);
  }
}
