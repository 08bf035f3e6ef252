package dev.kickoff.model.simulation.group;

import java.time.Instant;

/**
 * One host of a simulated group.
 *
 * @param number never given twice in a group
 * @param zone where it stands
 * @param askedAt when it was asked for
 * @param readyAt when it serves, in the past for a host in service
 */
public record SimulatedHost(long number, String zone, Instant askedAt, Instant readyAt) {
  /** Whether it serves at an instant. */
  public boolean servesAt(Instant at) {
    return !readyAt.isAfter(at);
  }
}
