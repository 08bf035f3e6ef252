package dev.kickoff.connectors.awssim;

import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.group.GroupSnapshot;
import dev.kickoff.model.simulation.group.ObservedMinute;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that the endpoint keeps in its file.
 *
 * @param format {@link #FORMAT}
 * @param groups by name
 * @param activities oldest first
 */
record RegionState(int format, Map<String, SavedGroup> groups, List<ScalingActivity> activities) {
  static final int FORMAT = 1;
  static final RegionState NEW = new RegionState(FORMAT, Map.of(), List.of());

  RegionState {
    if (format != FORMAT) {
      throw new IllegalArgumentException("format " + format + " is not " + FORMAT);
    }
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    activities = List.copyOf(activities);
  }

  /**
   * One group.
   *
   * @param defined the sizes its definition gave when it was saved
   * @param seen the minutes its policy remembers; empty when it has none
   */
  record SavedGroup(GroupSize defined, GroupSnapshot snapshot, List<ObservedMinute> seen) {
    SavedGroup {
      seen = List.copyOf(seen);
    }
  }
}
