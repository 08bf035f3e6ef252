package dev.kickoff.model.capacity.split;

/**
 * Hosts of one kind that carry a part of a demand.
 *
 * @param name of the group
 * @param unitsPerHost what one host carries, above 0
 * @param share weight of its part among the pools, above 0
 * @param most hosts it can have, not negative
 */
public record HostPool(String name, double unitsPerHost, double share, int most) {
  private static final double ROUNDING = 1e-9;

  public HostPool {
    if (!(unitsPerHost > 0) || !(share > 0) || most < 0) {
      throw new IllegalArgumentException(
          "pool %s: %s units a host, share %s, at most %d"
              .formatted(name, unitsPerHost, share, most));
    }
  }

  /** Whole hosts for so many units, as far as it can have them. */
  int hostsFor(double units) {
    return (int) Math.min(most, Math.max(0, Math.ceil(units / unitsPerHost - ROUNDING)));
  }
}
