package dev.kickoff.connectors.awssim;

import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.group.GroupSnapshot;
import dev.kickoff.model.simulation.group.ObservedMinute;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that the endpoint keeps in its file; what is missing in a file of an earlier version is
 * empty.
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
   * @param extras its tags and warm pool; empty without
   */
  record SavedGroup(
      GroupSize defined,
      GroupSnapshot snapshot,
      List<ObservedMinute> seen,
      Optional<Extras> extras) {
    SavedGroup {
      seen = List.copyOf(seen);
    }
  }

  /** What a group has beside sizes and hosts. */
  record Extras(Map<String, String> tags, Optional<WarmPool> warm) {
    static final Extras NONE = new Extras(Map.of(), Optional.empty());

    Extras {
      tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }
  }

  /**
   * Hosts that wait, stopped, beside a group; launches do not draw on them here.
   *
   * @param hosts how many
   * @param since when they were asked for
   */
  record WarmPool(int hosts, Instant since) {}
}
