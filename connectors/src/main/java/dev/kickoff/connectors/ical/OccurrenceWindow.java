package dev.kickoff.connectors.ical;

import java.time.Duration;
import java.time.Instant;

/**
 * Which occurrences of a recurring event are read: those that start in [{@code from}, {@code
 * until}), and of more than the allowed number those nearest to {@code around}.
 *
 * <p>Events that do not recur are read wherever they lie.
 *
 * @param until after {@code from}
 */
public record OccurrenceWindow(Instant from, Instant until, Instant around) {
  private static final Duration YEAR = Duration.ofDays(366);
  private static final Duration SPAN = YEAR.multipliedBy(6);
  private static final Duration AHEAD = Duration.ofDays(400);

  /** All that calendars can hold, years 1970 to 2199; the first occurrences are the nearest. */
  public static final OccurrenceWindow ALL =
      new OccurrenceWindow(
          Instant.EPOCH,
          Instant.parse("2200-01-01T00:00:00Z"),
          Instant.parse("1970-01-01T00:00:00Z"));

  public OccurrenceWindow {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("until " + until + " is not after from " + from);
    }
  }

  /** A year back from {@code now} and two ahead: what a calendar is looked at for. */
  public static OccurrenceWindow around(Instant now) {
    return new OccurrenceWindow(now.minus(YEAR), now.plus(YEAR.multipliedBy(2)), now);
  }

  /**
   * What a model of demand in [{@code start}, {@code end}) can use: from two days before it, as
   * long as an event's tail, for six years or as many times six as reach 400 days past its end; the
   * first occurrences are the nearest. So demand that is cut off earlier has the same events.
   */
  public static OccurrenceWindow forDemand(Instant start, Instant end) {
    long spans = 1 + Duration.between(start, end.plus(AHEAD)).toDays() / SPAN.toDays();
    return new OccurrenceWindow(
        start.minus(Duration.ofDays(2)), start.plus(SPAN.multipliedBy(spans)), start);
  }

  boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }

  /** Whether {@code a} is farther from what the window is about than {@code b}. */
  boolean isFarther(Instant a, Instant b) {
    return Duration.between(a, around).abs().compareTo(Duration.between(b, around).abs()) > 0;
  }
}
