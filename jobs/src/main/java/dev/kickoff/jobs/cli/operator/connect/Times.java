package dev.kickoff.jobs.cli.operator.connect;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * How times are written for people: in their zone and in UTC together.
 *
 * @param zone theirs
 */
public record Times(ZoneId zone) {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ROOT);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** Such as {@code 2026-06-11 21:00 CEST (19:00 UTC)}; the day of UTC where it is another. */
  public String both(Instant at) {
    var utc = at.atZone(ZoneOffset.UTC);
    var local = at.atZone(zone);
    if (zone.getRules().getOffset(at).equals(ZoneOffset.UTC)) {
      return DAY.format(utc) + " UTC";
    }
    boolean sameDay = utc.toLocalDate().equals(local.toLocalDate());
    return LOCAL.format(local) + " (" + (sameDay ? CLOCK : DAY).format(utc) + " UTC)";
  }

  /** As {@link #both}, and {@code -} for none. */
  public String both(Optional<Instant> at) {
    return at.map(this::both).orElse("-");
  }

  /** Such as {@code 2 h 5 min}, {@code 40 s} or {@code 3 d 2 h}; without a sign. */
  public static String inWords(Duration length) {
    Duration span = length.abs();
    if (span.toMinutes() == 0) {
      return span.toSeconds() + " s";
    } else if (span.toHours() == 0) {
      return span.toMinutes() + " min";
    } else if (span.toDays() == 0) {
      return span.toHours() + " h" + rest(span.toMinutesPart(), "min");
    }
    return span.toDays() + " d" + rest(span.toHoursPart(), "h");
  }

  private static String rest(long count, String unit) {
    return count == 0 ? "" : " " + count + " " + unit;
  }
}
