package dev.kickoff.model.simulation.group;

import java.time.Instant;

/**
 * Hosts that were asked for together and come into service together.
 *
 * @param firstHost the number of its first host; a number is never given twice in a group
 * @param hosts how many, at least one; numbered upwards from the first
 * @param readyAt when they serve
 */
public record LaunchLot(long firstHost, int hosts, Instant readyAt) {
  public LaunchLot {
    if (firstHost < 0 || hosts < 1) {
      throw new IllegalArgumentException("a lot of " + hosts + " hosts from " + firstHost);
    }
  }

  boolean servesAt(Instant at) {
    return !readyAt.isAfter(at);
  }
}
