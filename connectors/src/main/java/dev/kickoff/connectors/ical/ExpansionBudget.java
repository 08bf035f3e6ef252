package dev.kickoff.connectors.ical;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * What the recurrences of one file may cost: time, and occurrences.
 *
 * <p>Time is asked for between two steps of the library; a step is bounded by {@link
 * RecurrenceRule#MAX_BREADTH}.
 */
final class ExpansionBudget {
  static final Duration TIME = Duration.ofSeconds(2);
  static final int PER_EVENT = 400;
  static final int PER_FILE = 20_000;

  private final LongSupplier nanos;
  private OptionalLong startedAt = OptionalLong.empty();
  private int occurrences;

  /**
   * @param nanos a clock that only rises, in nanoseconds
   */
  ExpansionBudget(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Whether more than {@link #TIME} has gone by since this was first asked. */
  boolean isTimeSpent() {
    long now = nanos.getAsLong();
    if (startedAt.isEmpty()) {
      startedAt = OptionalLong.of(now);
    }
    return now - startedAt.getAsLong() > TIME.toNanos();
  }

  /** Whether one more occurrence may be read; counts it where it may. */
  boolean take() {
    if (occurrences >= PER_FILE) {
      return false;
    }
    occurrences++;
    return true;
  }
}
