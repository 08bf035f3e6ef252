package dev.kickoff.model.simulation.group;

import dev.kickoff.model.fleet.GroupSize;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All that a simulated group must remember to go on as if it had never stopped.
 *
 * @param now the latest instant it has seen
 * @param size its sizes; the lots, with what is missing and without what is too many, add up to the
 *     desired capacity
 * @param nextHost the number of the next host to be launched
 * @param lots its hosts, oldest first
 * @param schedule its scheduled actions; empty without any
 * @param unrest what is not as it should be; empty where all is
 */
public record GroupSnapshot(
    Instant now,
    GroupSize size,
    long nextHost,
    List<LaunchLot> lots,
    Optional<ScheduleBook.Saved> schedule,
    Optional<Unrest> unrest) {
  /**
   * What is not as it should be.
   *
   * @param missing hosts that are wanted and could not be launched yet
   * @param surplus hosts launched beyond the desired capacity, to balance the zones
   * @param suspended processes that are suspended, but for scheduled actions
   */
  public record Unrest(int missing, int surplus, SortedSet<String> suspended) {
    static final Unrest NONE = new Unrest(0, 0, Collections.emptySortedSet());

    public Unrest {
      suspended = Collections.unmodifiableSortedSet(new TreeSet<>(suspended));
    }
  }

  public GroupSnapshot {
    lots = List.copyOf(lots);
    int hosts = lots.stream().mapToInt(LaunchLot::hosts).sum();
    Unrest not = unrest.orElse(Unrest.NONE);
    if (hosts + not.missing() - not.surplus() != size.desired()) {
      throw new IllegalArgumentException(hosts + " hosts do not make " + size);
    }
    for (LaunchLot lot : lots) {
      if (lot.firstHost() + lot.hosts() > nextHost) {
        throw new IllegalArgumentException("next host " + nextHost + " is already in " + lot);
      }
    }
  }
}
