package dev.kickoff.model.lab.twin;

import dev.kickoff.model.lab.sim.AlarmSettings;
import java.time.Duration;
import java.util.Locale;

/** An alarm in words. */
final class AlarmWords {
  private static final String[] NUMBERS = {"zero", "one", "two", "three", "four", "five"};

  private AlarmWords() {}

  /** Such as {@code one-minute periods}, or {@code two 5-minute periods in a row}. */
  static String of(AlarmSettings alarm) {
    String length = length(alarm.length());
    return switch (alarm.kind()) {
      case PERIODS ->
          alarm.periods() == 1
              ? length + " periods"
              : alarm.needed() == alarm.periods()
                  ? "%s %s periods in a row".formatted(number(alarm.periods()), length)
                  : "%d of %d %s periods".formatted(alarm.needed(), alarm.periods(), length);
      case ROLLING -> "the " + length + " mean at each sample";
      case CONSECUTIVE, ELAPSED -> "each sample of a " + length + " run";
    };
  }

  private static String length(Duration length) {
    return length.toSeconds() % 60 == 0
        ? number(length.toMinutes()) + "-minute"
        : String.format(Locale.ROOT, "%d-second", length.toSeconds());
  }

  private static String number(long value) {
    return value < NUMBERS.length ? NUMBERS[(int) value] : String.valueOf(value);
  }
}
