package dev.kickoff.jobs.config.yaml;

import dev.kickoff.connectors.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Which numbers a key may have.
 *
 * @param least the smallest, inclusive
 * @param most the largest, inclusive
 * @param words what to write, in words
 */
public record NumberRange(double least, double most, String words) {
  public static final NumberRange HOSTS =
      new NumberRange(0, 100_000, "a whole number from 0 to 100000");
  public static final NumberRange POSITIVE =
      new NumberRange(Double.MIN_VALUE, Double.MAX_VALUE, "a number above 0");
  public static final NumberRange SHARE =
      new NumberRange(Double.MIN_VALUE, 1, "a number above 0 and at most 1");
  public static final NumberRange QUANTILE =
      new NumberRange(0.5, 0.99, "a quantile from 0.5 to 0.99");
  public static final NumberRange COST =
      new NumberRange(0, Double.MAX_VALUE, "a number of 0 or more");
  public static final NumberRange MINUTES = new NumberRange(0, 1440, "minutes from 0 to 1440");
  public static final NumberRange PERIOD =
      new NumberRange(1 / 60.0, 1440, "minutes above 0, up to 1440");

  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  /** The number under {@code key}; empty where it is absent, or refused. */
  public OptionalDouble number(YamlSection section, String key) {
    Optional<String> text = section.text(key);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (DECIMAL.matcher(text.get()).matches()) {
      double value = Double.parseDouble(text.get());
      if (holds(value)) {
        return OptionalDouble.of(value);
      }
    }
    String what = " '" + Problem.brief(text.get()) + "' is not " + words;
    section.refuse(key, what, "correct it");
    return OptionalDouble.empty();
  }

  /** The whole number under {@code key}; empty where it is absent, or refused. */
  public OptionalInt integer(YamlSection section, String key) {
    OptionalDouble number = number(section, key);
    if (number.isPresent() && number.getAsDouble() != Math.rint(number.getAsDouble())) {
      section.refuse(key, " is not " + words, "correct it");
      return OptionalInt.empty();
    }
    return number.isPresent() ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
  }

  /** A number of minutes, to the millisecond. */
  public static Duration minutes(double minutes) {
    return Duration.ofMillis(Math.round(minutes * 60_000));
  }

  public boolean holds(double value) {
    return value >= least && value <= most;
  }
}
