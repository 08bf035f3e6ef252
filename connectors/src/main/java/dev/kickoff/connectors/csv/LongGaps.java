package dev.kickoff.connectors.csv;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The gaps of a day or more in a series, as its instants go by in order. */
final class LongGaps {
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  private long last;
  private int count;
  private long longestFrom;
  private long longest;

  LongGaps(long first) {
    this.last = first;
  }

  void add(long atMillis) {
    long gap = atMillis - last;
    if (gap > DAY_MILLIS) {
      count++;
      if (gap > longest) {
        longest = gap;
        longestFrom = last;
      }
    }
    last = atMillis;
  }

  /** A line about them; empty when there are none. */
  Optional<String> describe() {
    if (count == 0) {
      return Optional.empty();
    }
    String gaps = count == 1 ? "a gap of " : count + " gaps of more than a day, the longest ";
    return Optional.of(
        gaps + length(longest) + " after " + Instant.ofEpochMilli(longestFrom) + ", left open");
  }

  /** A length of time in words, in its two largest units: {@code 1 minute}, {@code 3 d 4 h}. */
  static String length(long millis) {
    Duration time = Duration.ofMillis(millis);
    StringBuilder text = new StringBuilder();
    append(text, time.toDays(), " d");
    append(text, time.toHoursPart(), " h");
    append(text, time.toMinutesPart(), " min");
    append(text, time.toSecondsPart(), " s");
    append(text, time.toMillisPart(), " ms");
    return text.toString();
  }

  private static void append(StringBuilder text, long count, String unit) {
    if (count > 0) {
      text.append(text.isEmpty() ? "" : " ").append(count).append(unit);
    }
  }
}
