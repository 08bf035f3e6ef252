package dev.kickoff.model.simulation.group;

import java.time.Instant;
import java.util.Optional;

/**
 * Hosts that were asked for together and come into service together.
 *
 * @param firstHost the number of its first host; a number is never given twice in a group
 * @param hosts how many, at least one; numbered upwards from the first
 * @param readyAt when they serve
 * @param place where and when they were asked for; empty where they are dealt to the zones in turn
 *     and boot as long as the group's shape says
 */
public record LaunchLot(long firstHost, int hosts, Instant readyAt, Optional<Place> place) {
  /** Where and when hosts were asked for. */
  public record Place(String zone, Instant askedAt) {}

  public LaunchLot {
    if (firstHost < 0 || hosts < 1) {
      throw new IllegalArgumentException("a lot of " + hosts + " hosts from " + firstHost);
    }
  }

  /** Hosts that are dealt to the zones in turn. */
  public LaunchLot(long firstHost, int hosts, Instant readyAt) {
    this(firstHost, hosts, readyAt, Optional.empty());
  }

  boolean servesAt(Instant at) {
    return !readyAt.isAfter(at);
  }
}
