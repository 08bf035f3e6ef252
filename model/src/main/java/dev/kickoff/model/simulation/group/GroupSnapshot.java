package dev.kickoff.model.simulation.group;

import dev.kickoff.model.fleet.GroupSize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a simulated group must remember to go on as if it had never stopped.
 *
 * @param now the latest instant it has seen
 * @param size its sizes; the lots add up to the desired capacity
 * @param nextHost the number of the next host to be launched
 * @param lots its hosts, oldest first
 * @param schedule its scheduled actions; empty without any
 */
public record GroupSnapshot(
    Instant now,
    GroupSize size,
    long nextHost,
    List<LaunchLot> lots,
    Optional<ScheduleBook.Saved> schedule) {
  public GroupSnapshot {
    lots = List.copyOf(lots);
    int hosts = lots.stream().mapToInt(LaunchLot::hosts).sum();
    if (hosts != size.desired()) {
      throw new IllegalArgumentException(hosts + " hosts do not make " + size);
    }
    for (LaunchLot lot : lots) {
      if (lot.firstHost() + lot.hosts() > nextHost) {
        throw new IllegalArgumentException("next host " + nextHost + " is already in " + lot);
      }
    }
  }
}
