package dev.kickoff.jobs.forecast.edge;

import dev.kickoff.model.demand.MinuteReading;
import dev.kickoff.model.demand.signal.SignalReading;
import org.jspecify.annotations.Nullable;

/**
 * A record of the sample topic, as it was understood.
 *
 * @param service whom it belongs to; empty for a record that is put aside
 * @param reading the reading of demand; absent for every other kind
 * @param signal the reading of a signal; absent for every other kind, and for an unknown signal
 * @param untilMillis the event time up to which the record speaks; without meaning for a record
 *     that is put aside
 * @param reason why it is put aside; empty otherwise
 */
public record ReadSample(
    Kind kind,
    String service,
    @Nullable MinuteReading reading,
    @Nullable SignalReading signal,
    long untilMillis,
    String reason,
    Origin origin) {

  /** What a record of the sample topic is. */
  public enum Kind {
    /** A reading of demand. */
    DEMAND,
    /** A reading of something else; an unknown one moves time only. */
    SIGNAL,
    /** Says that all that ended at or before its own end has been written. */
    HEARTBEAT,
    /** Malformed, or from the future: a dead letter, which does not move time. */
    PUT_ASIDE
  }
}
