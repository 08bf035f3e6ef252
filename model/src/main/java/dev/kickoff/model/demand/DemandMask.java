package dev.kickoff.model.demand;

import java.time.Instant;

/**
 * A stretch of demand that must not be learnt, and why: what was measured then is not what users
 * usually ask for.
 *
 * @param from start of the stretch
 * @param until its end, exclusive, after {@code from}
 * @param reason one sentence for an operator
 * @param knownAt from when on it may be used; a forecast issued earlier has not seen it
 */
public record DemandMask(Instant from, Instant until, Kind kind, String reason, Instant knownAt) {

  /** What sort of stretch it is. */
  public enum Kind {
    /** Demand could not reach the service, or was not measured. */
    OUTAGE,
    /** Demand above the usual as users and retries come back after an outage. */
    RECOVERY,
    /** Demand that no user made. */
    LOAD_TEST,
    /** Values in another unit than before. */
    UNIT_MISTAKE,
    /** An operator said so. */
    OPERATOR,
    /** Taken for an outage at first, then accepted as the new level: hides nothing. */
    LEVEL_SHIFT
  }

  public DemandMask {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("mask from " + from + " ends at " + until);
    }
  }

  /** Whether the demand of the stretch is kept from what is learnt. */
  public boolean hides() {
    return kind != Kind.LEVEL_SHIFT;
  }
}
