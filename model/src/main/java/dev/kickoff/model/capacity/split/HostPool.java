package dev.kickoff.model.capacity.split;

import java.util.List;

/**
 * Hosts of one kind that can carry part of a service: a group, or an instance type within one.
 *
 * @param name unique among the pools of a service
 * @param unitsPerHost how many capacity units one host counts for (AWS: the weighted capacity),
 *     above 0
 * @param share how much of the want it should carry relative to the other pools, not negative; 0 is
 *     a spare that is used for what the others cannot place
 * @param most hosts it can have: the smallest of its maximum, quota and free addresses, not
 *     negative; 0 where launches are refused just now
 * @param zones the availability zones its hosts are spread over evenly, at least one
 */
public record HostPool(
    String name, double unitsPerHost, double share, int most, List<String> zones) {
  public HostPool {
    zones = List.copyOf(zones);
    if (!(unitsPerHost > 0) || !(share >= 0) || most < 0 || zones.isEmpty()) {
      throw new IllegalArgumentException(
          "pool %s: %s units a host, share %s, at most %d, zones %s"
              .formatted(name, unitsPerHost, share, most, zones));
    }
  }

  /** The hosts that carry {@code units} also when {@code lost} of its zones are gone. */
  int hostsFor(double units, int lost) {
    int needed = (int) Math.ceil(units / unitsPerHost - 1e-9);
    int gone = Math.min(lost, zones.size() - 1);
    int hosts = needed;
    while (left(hosts, gone) < needed) {
      hosts++;
    }
    return Math.max(0, hosts);
  }

  /** The units that {@code hosts} carry when its {@code lost} fullest zones are gone. */
  double unitsOf(int hosts, int lost) {
    return left(hosts, Math.min(lost, zones.size() - 1)) * unitsPerHost;
  }

  private int left(int hosts, int gone) {
    int fullest = hosts % zones.size();
    int each = hosts / zones.size();
    return hosts - gone * each - Math.min(gone, fullest);
  }

  /** How many of {@code hosts} stand in the zone at a position. */
  int inZone(int hosts, int position) {
    return hosts / zones.size() + (position < hosts % zones.size() ? 1 : 0);
  }
}
