package dev.kickoff.model.simulation.fault;

import java.time.Instant;

/**
 * A stretch of time in which a zone is not what it should be.
 *
 * @param what what is wrong with it
 * @param from when it begins
 * @param until when it is over, after {@code from}
 */
public record ZoneOutage(What what, String zone, Instant from, Instant until) {
  /** What is wrong with a zone. */
  public enum What {
    /** It has no capacity for new hosts; those that are there stay. */
    NO_CAPACITY,
    /** It is lost with all hosts in it. */
    LOST
  }

  public ZoneOutage {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException(
          "the outage of zone " + zone + " from " + from + " must end after that, not " + until);
    }
  }

  boolean holds(What asked, String in, Instant at) {
    return what == asked && zone.equals(in) && !at.isBefore(from) && at.isBefore(until);
  }
}
