package dev.kickoff.model.control.standby;

import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A floor over time, as steps: from each instant on, so many hosts.
 *
 * @param steps at least one; the first counts for all time before it too
 */
record Staircase(NavigableMap<Instant, Integer> steps) {
  Staircase {
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a staircase needs a step");
    }
  }

  /** What stands from {@code now} on: a floor, and what is scheduled to change it. */
  static Staircase scheduled(Instant now, int floor, List<ScheduledSize> sizes) {
    NavigableMap<Instant, Integer> steps = new TreeMap<>();
    steps.put(now, floor);
    for (ScheduledSize size : sizes) {
      if (size.min().isPresent() && size.startAt().isAfter(now)) {
        steps.put(size.startAt(), size.min().getAsInt());
      }
    }
    return new Staircase(steps);
  }

  /** The floor at an instant. */
  int at(Instant instant) {
    Map.Entry<Instant, Integer> step = steps.floorEntry(instant);
    return step == null ? steps.firstEntry().getValue() : step.getValue();
  }

  /** The highest floor within [{@code from}, {@code until}). */
  int highest(Instant from, Instant until) {
    int highest = at(from);
    for (int hosts : steps.subMap(from, true, until, false).values()) {
      highest = Math.max(highest, hosts);
    }
    return highest;
  }

  /**
   * The first instant, not before {@code from}, at which this is below {@code share} of another;
   * empty when it never is.
   */
  Optional<Instant> firstBelow(Staircase other, double share, Instant from) {
    SortedSet<Instant> instants = new TreeSet<>(steps.keySet());
    instants.addAll(other.steps.keySet());
    instants.add(from);
    return instants.tailSet(from).stream().filter(at -> at(at) < share * other.at(at)).findFirst();
  }

  /** The same without steps that change nothing. */
  Staircase plain() {
    NavigableMap<Instant, Integer> changes = new TreeMap<>();
    Integer last = null;
    for (Map.Entry<Instant, Integer> step : steps.entrySet()) {
      if (!step.getValue().equals(last)) {
        changes.put(step.getKey(), step.getValue());
        last = step.getValue();
      }
    }
    return new Staircase(changes);
  }
}
