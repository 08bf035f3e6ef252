package dev.kickoff.model.lab.shape;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Durations and rates as people write them in a shape: {@code 10m}, {@code 1h30m}, 30000. */
public final class Written {
  /** The longest duration one may write; longer is a slip of the keyboard. */
  private static final Duration LONGEST = Duration.ofDays(3660);

  private Written() {}

  /**
   * A duration above zero of whole seconds: {@code 90s}, {@code 10m}, {@code 1h30m}, {@code 2d}, or
   * ISO-8601 as {@code PT10M}.
   *
   * @throws IllegalArgumentException saying what is wrong with it, without the place
   */
  public static Duration duration(String text) {
    Duration duration = parsed(text);
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("a duration must be above zero, not " + text);
    }
    if (duration.getNano() != 0) {
      throw new IllegalArgumentException("a duration must be whole seconds, not " + text);
    }
    if (duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a duration of at most ten years, not " + text);
    }
    return duration;
  }

  private static Duration parsed(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    int days = upper.indexOf('D');
    try {
      if (upper.startsWith("P")) {
        return Duration.parse(upper);
      }
      if (days < 0) {
        return Duration.parse("PT" + upper);
      }
      String rest = upper.substring(days + 1);
      return Duration.parse(
          "P" + upper.substring(0, days + 1) + (rest.isEmpty() ? "" : "T" + rest));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "\"%s\" is not a duration; write 90s, 10m, 1h30m or 2d".formatted(text), e);
    }
  }

  /** The duration in the same short form. */
  public static String duration(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    String iso = duration.toString().toLowerCase(Locale.ROOT);
    return iso.startsWith("pt") ? iso.substring(2) : iso;
  }

  /**
   * A finite number.
   *
   * @throws IllegalArgumentException saying what is wrong with it, without the place
   */
  public static double number(String text) {
    double value;
    try {
      value = Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"%s\" is not a number".formatted(text), e);
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("%s is not a finite number".formatted(text));
    }
    return value;
  }

  /** Requests per minute: a finite number, not negative. */
  public static double rate(String text) {
    double value = number(text);
    if (value < 0) {
      throw new IllegalArgumentException("requests per minute cannot be negative: " + text);
    }
    return value;
  }
}
