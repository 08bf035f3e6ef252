package dev.kickoff.model.fleet;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A group as it was seen at one instant.
 *
 * @param observedAt when it was read
 * @param size min, max and desired
 * @param inService hosts that serve, not negative
 * @param pending hosts asked for that do not serve yet, not negative
 * @param inServiceByZone hosts that serve by availability zone; sums to {@code inService}
 * @param condition what else was seen of it; empty where nothing else was read
 */
public record FleetState(
    String group,
    Instant observedAt,
    GroupSize size,
    int inService,
    int pending,
    Map<String, Integer> inServiceByZone,
    Optional<GroupCondition> condition) {

  public FleetState {
    inServiceByZone = Collections.unmodifiableSortedMap(new TreeMap<>(inServiceByZone));
    int sum = inServiceByZone.values().stream().mapToInt(Integer::intValue).sum();
    if (inService < 0 || pending < 0 || sum != inService) {
      throw new IllegalArgumentException(
          "in service " + inService + ", pending " + pending + ", by zone " + inServiceByZone);
    }
  }

  /** A group of which nothing else was read. */
  public FleetState(
      String group,
      Instant observedAt,
      GroupSize size,
      int inService,
      int pending,
      Map<String, Integer> inServiceByZone) {
    this(group, observedAt, size, inService, pending, inServiceByZone, Optional.empty());
  }

  /** The same sizes and hosts with what else was seen. */
  public FleetState with(GroupCondition seen) {
    return new FleetState(
        group, observedAt, size, inService, pending, inServiceByZone, Optional.of(seen));
  }
}
