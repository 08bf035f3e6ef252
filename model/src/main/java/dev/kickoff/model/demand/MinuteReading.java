package dev.kickoff.model.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * One reading of demand, as far as the arithmetic of minutes needs it; flat, so that it can be kept
 * as it is in the state of a stream.
 *
 * @param source who measured it
 * @param tags dimensions of the reading as one line of text; equal for equal dimensions
 * @param atMillis start of what it covers, in milliseconds of the epoch
 * @param periodMillis how long it covers, greater than zero
 * @param requestsPerMinute finite and not negative
 */
public record MinuteReading(
    String source, String tags, long atMillis, long periodMillis, double requestsPerMinute) {

  /** By source, then tags, then time: the order in which readings are added up. */
  public static final Comparator<MinuteReading> ORDER =
      Comparator.comparing(MinuteReading::source)
          .thenComparing(MinuteReading::tags)
          .thenComparingLong(MinuteReading::atMillis);

  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  /** The reading of a sample. */
  public static MinuteReading of(DemandSample sample) {
    return new MinuteReading(
        sample.source(),
        sample.tags().toString(),
        sample.at().toEpochMilli(),
        sample.period().toMillis(),
        sample.requestsPerMinute());
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
  public boolean isSameReadingAs(MinuteReading other) {
    return ORDER.compare(this, other) == 0;
  }

  /** Whether both count for the same series: the readings of one source with the same tags. */
  boolean isSameSeriesAs(MinuteReading other) {
    return source.equals(other.source) && tags.equals(other.tags);
  }

  /** How much of the minute that starts at {@code minute} it covers, in milliseconds. */
  long coveredMillis(Instant minute) {
    long start = minute.toEpochMilli();
    return Math.max(0, Math.min(untilMillis(), start + MINUTE) - Math.max(atMillis, start));
  }
}
