package dev.kickoff.model.control;

import dev.kickoff.model.fleet.FleetException;
import java.time.Instant;
import java.util.Optional;

/**
 * One call to a fleet: first as an intent, committed before the call, then with its outcome.
 *
 * @param sequence of the decision that asks for it; with the group it identifies the call
 * @param at the tick of that decision
 * @param from the floor before, in hosts
 * @param to the floor asked for, in hosts
 * @param digest of the decision
 * @param producedAt when it was intended by the wall clock, so that a replayed one is known for old
 * @param outcome what came of it; empty while it is only intended
 */
public record ActuationIntent(
    String group,
    long sequence,
    Instant at,
    int from,
    int to,
    String digest,
    Optional<Instant> producedAt,
    Optional<Outcome> outcome) {

  /** How a call ended. */
  public enum Result {
    /** Accepted, and read back as asked. */
    DONE,
    /** It could not be reached, or was busy: the next tick decides anew. */
    TRANSIENT,
    /** It did not take it: a person must act. */
    REFUSED,
    /** It does not know what we named: a person must act. */
    MISCONFIGURED,
    /** We did not ask: we paused too long, the group had changed, or somebody newer leads. */
    ABANDONED,
    /** We stopped between intent and outcome; this is what the group looked like afterwards. */
    RECONCILED;

    /** The result that a failure of this kind is. */
    public static Result of(FleetException.Kind kind) {
      return switch (kind) {
        case TRANSIENT -> TRANSIENT;
        case REFUSED -> REFUSED;
        case MISCONFIGURED -> MISCONFIGURED;
      };
    }
  }

  /**
   * What came of a call.
   *
   * @param detail the request id of a call that was done, else why not, in one line
   * @param observedMin the group's floor as read afterwards; empty when it could not be read
   */
  public record Outcome(Result result, String detail, Optional<Integer> observedMin) {}

  /** This intent with what came of it. */
  public ActuationIntent settled(Result result, String detail, Optional<Integer> observedMin) {
    Outcome end = new Outcome(result, detail, observedMin);
    return new ActuationIntent(group, sequence, at, from, to, digest, producedAt, Optional.of(end));
  }
}
