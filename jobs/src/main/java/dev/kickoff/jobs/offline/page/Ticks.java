package dev.kickoff.jobs.offline.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the lines of a chart's scales are: round numbers, not more than can be read. */
public final class Ticks {
  private static final int MOST = 12;
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(2),
          Duration.ofDays(7),
          Duration.ofDays(28));
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Ticks() {}

  /** A line of the time scale; in UTC, the day at midnight and the hour at other times. */
  public record Mark(Instant at, String label) {}

  /** 1, 2 or 5 times a power of ten, so that {@code top} has six lines at most. */
  public static int hosts(int top) {
    int step = 1;
    for (int i = 0; top / step > 5; i++) {
      step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    return step;
  }

  /** 1, 2 or 5 times a power of ten, so that {@code top} has six lines at most. */
  public static double values(double top) {
    double power = Math.pow(10, Math.floor(Math.log10(top)) - 1);
    for (double times : new double[] {1, 2, 5, 10, 20}) {
      if (top / (times * power) <= 6) {
        return times * power;
      }
    }
    return 50 * power;
  }

  /** The lines within [{@code from}, {@code until}). */
  public static List<Mark> time(Instant from, Instant until) {
    Duration span = Duration.between(from, until);
    Duration longest = Duration.ofDays(span.toDays() / MOST + 1);
    Duration step =
        STEPS.stream().filter(s -> span.dividedBy(s) <= MOST).findFirst().orElse(longest);
    long millis = step.toMillis();
    long first = -Math.floorDiv(-from.toEpochMilli(), millis) * millis;
    List<Mark> marks = new ArrayList<>();
    for (long at = first; at < until.toEpochMilli(); at += millis) {
      Instant mark = Instant.ofEpochMilli(at);
      boolean midnight = at % Duration.ofDays(1).toMillis() == 0;
      marks.add(new Mark(mark, (midnight ? DAY : HOUR).format(mark)));
    }
    return marks;
  }
}
