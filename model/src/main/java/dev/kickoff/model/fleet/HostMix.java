package dev.kickoff.model.fleet;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The instance types a group may launch.
 *
 * <p>Where types have weights, all sizes of the group are in units of weight.
 *
 * @param weights what a host of each type counts for, from 1 to 999; empty where the group has one
 *     type, whatever it is, and each host counts for one
 */
public record HostMix(Map<String, Integer> weights) {
  private static final int HEAVIEST = 999;

  public HostMix {
    weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    weights.forEach(
        (type, weight) -> {
          if (weight < 1 || weight > HEAVIEST) {
            throw new IllegalArgumentException(
                "type " + type + " has weight " + weight + ", not 1.." + HEAVIEST);
          }
        });
  }

  /** Whether a host of some type counts for more than one. */
  public boolean isWeighted() {
    return weights.values().stream().anyMatch(weight -> weight > 1);
  }
}
