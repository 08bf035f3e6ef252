package dev.kickoff.connectors.awssim.fault;

import java.time.Instant;

/**
 * An instance refresh that somebody started.
 *
 * @param from when it began
 * @param until when it is over, not before {@code from}
 */
public record Refresh(String group, Instant from, Instant until) {
  public Refresh {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(
          "the refresh of " + group + " from " + from + " cannot end at " + until);
    }
  }
}
