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
    Map<String, Integer> hosts = new TreeMap<>();
    List<String> notes = new ArrayList<>();
    double shares = pools.stream().mapToDouble(HostPool::share).sum();
    double carried = 0;
    for (HostPool pool : pools) {
      double part = shares == 0 ? 0 : units * pool.share() / shares;
      int wanted = pool.hostsFor(part, zonesToLose);
      int placed = Math.min(wanted, pool.most());
      if (placed < wanted) {
        notes.add(pool.name() + ": wanted " + wanted + ", capped at " + placed);
      }
      hosts.put(pool.name(), placed);
      carried += pool.unitsOf(placed, zonesToLose);
    }
    for (HostPool pool : pools) {
      if (units - carried > 1e-9) {
        int before = hosts.get(pool.name());
        double own = pool.unitsOf(before, zonesToLose);
        int after = Math.min(pool.most(), pool.hostsFor(own + units - carried, zonesToLose));
        hosts.put(pool.name(), Math.max(before, after));
        carried += pool.unitsOf(hosts.get(pool.name()), zonesToLose) - own;
      }
    }
    double left = units - carried;
    return new FleetSplit(hosts, byZone(pools, hosts), carried, left > 1e-9 ? left : 0, notes);
  }

  private static Map<String, Map<String, Integer>> byZone(
      List<HostPool> pools, Map<String, Integer> hosts) {
    Map<String, Map<String, Integer>> zones = new TreeMap<>();
    for (HostPool pool : pools) {
      Map<String, Integer> spread = new TreeMap<>();
      for (int i = 0; i < pool.zones().size(); i++) {
        spread.put(pool.zones().get(i), pool.inZone(hosts.get(pool.name()), i));
      }
      zones.put(pool.name(), Collections.unmodifiableMap(spread));
    }
    return zones;
  }
}
