package dev.kickoff.model.simulation.fault;

import java.time.Duration;

/**
 * How badly the way to a fleet behaves; shares are of calls, within 0..1.
 *
 * @param throttled calls turned away as too many; nothing is done
 * @param lost calls that are carried out, while their answer never arrives
 * @param refused calls that change something and are refused as not allowed; nothing is done
 * @param partial names within a schedule's batch that are refused while the rest stands
 * @param stale by how much a description may lag behind what is, at most; each lag is drawn between
 *     zero and this, and the description does not tell
 * @param latency what a call takes, in the mean; exponentially distributed, and an answer later
 *     than {@link FaultyFleet#CALL_TIMEOUT} is lost
 */
public record FleetFaults(
    double throttled,
    double lost,
    double refused,
    double partial,
    Duration stale,
    Duration latency) {
  /** All goes well, at once. */
  public static final FleetFaults NONE = new FleetFaults(0, 0, 0, 0, Duration.ZERO, Duration.ZERO);

  public FleetFaults {
    requireShare("throttled", throttled);
    requireShare("lost", lost);
    requireShare("refused", refused);
    requireShare("partial", partial);
    if (stale.isNegative() || latency.isNegative()) {
      throw new IllegalArgumentException(
          "stale " + stale + " and latency " + latency + " must not be negative");
    }
  }

  private static void requireShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " " + share + " must be within 0..1");
    }
  }
}
