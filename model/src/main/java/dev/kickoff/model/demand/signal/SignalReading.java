package dev.kickoff.model.demand.signal;

import dev.kickoff.model.demand.DemandSample;
import java.time.Duration;

/**
 * One reading of a signal; flat, so that it can be kept as it is in the state of a stream.
 *
 * @param signal what was measured
 * @param source who measured it
 * @param tags dimensions of the reading as one line of text; equal for equal dimensions
 * @param atMillis start of what it covers, in milliseconds of the epoch
 * @param periodMillis how long it covers, greater than zero
 * @param value in the signal's own unit
 */
public record SignalReading(
    Signal signal, String source, String tags, long atMillis, long periodMillis, double value) {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  /** The reading of a sample, whose unit is without meaning here. */
  public static SignalReading of(Signal signal, DemandSample sample) {
    return new SignalReading(
        signal,
        sample.source(),
        sample.tags().toString(),
        sample.at().toEpochMilli(),
        sample.period().toMillis(),
        sample.value());
  }

  /** End, exclusive, of what it covers, in milliseconds of the epoch. */
  public long untilMillis() {
    return atMillis + periodMillis;
  }

  /** Start of the first minute that it covers a part of, in milliseconds of the epoch. */
  public long firstMinuteMillis() {
    return Math.floorDiv(atMillis, MINUTE) * MINUTE;
  }

  /** Whether the other is a reading of the same thing at the same time. */
  boolean isSameReadingAs(SignalReading other) {
    return atMillis == other.atMillis && isSameSeriesAs(other);
  }

  /** Whether both are readings of one signal by one source with the same tags. */
  boolean isSameSeriesAs(SignalReading other) {
    return signal == other.signal && source.equals(other.source) && tags.equals(other.tags);
  }

  /** How much of the minute that starts at {@code minute} it covers, in milliseconds. */
  long coveredMillis(long minute) {
    return Math.max(0, Math.min(untilMillis(), minute + MINUTE) - Math.max(atMillis, minute));
  }
}
