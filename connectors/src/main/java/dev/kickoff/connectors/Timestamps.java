package dev.kickoff.connectors;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;

/**
 * Reads ISO-8601 timestamps: {@code 2024-06-01T18:00:00Z}, with any offset, or without one in the
 * zone that people live in. A date alone is its midnight in that zone.
 *
 * <p>A local time that a clock change skips, or repeats, is refused. Years 1970 to 2199.
 */
public final class Timestamps {
  private static final String REMEDY = "write ISO-8601 such as 2024-06-01T18:00:00Z";
  private static final long FIRST = Instant.parse("1970-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();
  private static final int DATE_LENGTH = 10;
  private static final int FAST_LENGTH = 20;
  private static final DateTimeFormatter ANY =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private final ZoneId zone;

  public Timestamps(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * The instant that {@code text} names.
   *
   * @throws InvalidText when it names none, or not exactly one
   */
  public Instant parse(String text) throws InvalidText {
    return Instant.ofEpochMilli(millis(text));
  }

  /** As {@link #parse}, in milliseconds since 1970. */
  public long millis(String text) throws InvalidText {
    long millis = isFast(text) ? fast(text) : slow(text);
    if (millis < FIRST || millis >= LAST) {
      throw new InvalidText(
          ProblemKind.OUT_OF_RANGE,
          "timestamp '" + text + "' is out of range",
          "years 1970 to 2199 are read");
    }
    return millis;
  }

  private static boolean isFast(String t) {
    return t.length() == FAST_LENGTH
        && t.charAt(FAST_LENGTH - 1) == 'Z'
        && t.charAt(4) == '-'
        && t.charAt(7) == '-'
        && (t.charAt(DATE_LENGTH) == 'T' || t.charAt(DATE_LENGTH) == ' ')
        && t.charAt(13) == ':'
        && t.charAt(16) == ':';
  }

  private static long fast(String t) throws InvalidText {
    int hour = digits(t, 11, 13);
    int minute = digits(t, 14, 16);
    int second = digits(t, 17, 19);
    if (hour > 23 || minute > 59 || second > 59) {
      throw invalid(t);
    }
    try {
      long day = LocalDate.of(digits(t, 0, 4), digits(t, 5, 7), digits(t, 8, 10)).toEpochDay();
      return (((day * 24 + hour) * 60 + minute) * 60 + second) * 1000;
    } catch (DateTimeException e) {
      throw invalid(t);
    }
  }

  private static int digits(String t, int from, int until) throws InvalidText {
    int value = 0;
    for (int i = from; i < until; i++) {
      int digit = t.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw invalid(t);
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private long slow(String text) throws InvalidText {
    try {
      if (text.length() == DATE_LENGTH) {
        return LocalDate.parse(text).atStartOfDay(zone).toInstant().toEpochMilli();
      }
      String iso = text.length() > DATE_LENGTH ? withT(text) : text;
      TemporalAccessor best = ANY.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
      return best instanceof OffsetDateTime exact
          ? exact.toInstant().toEpochMilli()
          : resolve((LocalDateTime) best, zone).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw invalid(text);
    }
  }

  private static String withT(String text) {
    return text.charAt(DATE_LENGTH) == ' '
        ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1)
        : text;
  }

  /**
   * The instant at which clocks in {@code zone} show {@code local}.
   *
   * @throws InvalidText when a clock change skips or repeats it
   */
  public static Instant resolve(LocalDateTime local, ZoneId zone) throws InvalidText {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() == 1) {
      return local.toInstant(offsets.get(0));
    }
    if (offsets.isEmpty()) {
      LocalDateTime after = zone.getRules().getTransition(local).getDateTimeAfter();
      throw new InvalidText(
          ProblemKind.NO_SUCH_LOCAL_TIME,
          "local time " + local + " does not exist in " + zone + ", clocks go forward then",
          "the next one is " + after + ", or write an offset");
    }
    throw new InvalidText(
        ProblemKind.AMBIGUOUS_LOCAL_TIME,
        "local time " + local + " exists twice in " + zone + ", clocks go back then",
        "write " + local.atOffset(offsets.get(0)) + " or " + local.atOffset(offsets.get(1)));
  }

  private static InvalidText invalid(String text) {
    boolean number = !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    String what =
        text.isEmpty() ? "timestamp is blank" : "'" + Problem.brief(text) + "' is not a timestamp";
    return new InvalidText(
        ProblemKind.BAD_TIMESTAMP, what, number ? REMEDY + ", not a number" : REMEDY);
  }
}
