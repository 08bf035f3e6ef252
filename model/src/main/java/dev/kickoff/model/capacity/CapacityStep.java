package dev.kickoff.model.capacity;

import java.time.Instant;

/**
 * Hosts that must be in service for a while.
 *
 * @param launchAt when they must be asked for, not after {@code neededAt}
 * @param neededAt from when they must be in service
 * @param until when they may go, exclusive, after {@code neededAt}
 * @param hosts how many in all, at least 1
 * @param reason what they are for, in one line
 */
public record CapacityStep(
    Instant launchAt, Instant neededAt, Instant until, int hosts, String reason) {
  public CapacityStep {
    if (launchAt.isAfter(neededAt) || !until.isAfter(neededAt)) {
      throw new IllegalArgumentException(
          "step must be ordered: launch " + launchAt + ", needed " + neededAt + ", until " + until);
    }
    if (hosts < 1) {
      throw new IllegalArgumentException("a step of " + hosts + " hosts");
    }
  }

  /** The same step, asked for at another time. */
  CapacityStep launchedAt(Instant other) {
    return new CapacityStep(other, neededAt, until, hosts, reason);
  }

  /** Whether the hosts are asked for or needed at {@code instant}. */
  public boolean isInForceAt(Instant instant) {
    return !instant.isBefore(launchAt) && instant.isBefore(until);
  }
}
