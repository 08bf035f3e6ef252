package dev.kickoff.jobs.config.lab;

import dev.kickoff.connectors.Problem;
import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a lab file. */
final class Numbers {
  static final NumberRange PERCENT = new NumberRange(0, 100, "percent from 0 to 100");
  static final NumberRange THRESHOLD =
      new NumberRange(Double.MIN_VALUE, 100, "percent above 0, up to 100");
  static final NumberRange COUNT = new NumberRange(1, 10_000, "a whole number from 1 to 10000");
  static final NumberRange ANY_COUNT = new NumberRange(0, 10_000, "a whole number from 0 to 10000");
  static final NumberRange STEP =
      new NumberRange(-10_000, 10_000, "a whole number from -10000 to 10000");
  static final NumberRange SECONDS = new NumberRange(1, 3_600, "whole seconds from 1 to 3600");
  static final NumberRange ERROR = new NumberRange(0, 1, "a share from 0 to 1");
  static final NumberRange SPREAD = new NumberRange(1, 100, "a factor from 1 to 100");
  static final NumberRange SEED = new NumberRange(0, 1L << 50, "a whole number of 0 or more");

  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:\\s*\\.\\.\\s*(\\d{1,9}))?");

  private Numbers() {}

  /** A whole range such as {@code 1..10}, or one number. */
  record Whole(int least, int most) {}

  static Whole range(YamlSection section, String key, Whole otherwise) {
    return section
        .text(key)
        .map(
            text -> {
              Matcher matcher = RANGE.matcher(text);
              if (!matcher.matches()) {
                section.refuse(
                    key,
                    " '" + Problem.brief(text) + "' is not a range",
                    "write 1..10, or one number");
                return otherwise;
              }
              int least = Integer.parseInt(matcher.group(1));
              return new Whole(
                  least, matcher.group(2) == null ? least : Integer.parseInt(matcher.group(2)));
            })
        .orElse(otherwise);
  }

  /** A list of numbers under a key; {@code otherwise} where it is absent. */
  static List<Double> list(
      YamlSection section, String key, NumberRange range, List<Double> otherwise) {
    if (!section.has(key)) {
      return otherwise;
    }
    List<Double> numbers = new ArrayList<>();
    for (String text : section.list(key)) {
      OptionalDouble number = parsed(text, range);
      if (number.isEmpty()) {
        section.refuse(
            key, " holds '" + Problem.brief(text) + "', not " + range.words(), "correct it");
      }
      number.ifPresent(numbers::add);
    }
    if (numbers.isEmpty()) {
      section.refuse(key, " is empty", "write at least one, or leave it out");
      return otherwise;
    }
    return numbers;
  }

  private static OptionalDouble parsed(String text, NumberRange range) {
    try {
      double value = Double.parseDouble(text);
      return range.holds(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  static List<Duration> minutes(List<Double> minutes) {
    return minutes.stream().map(NumberRange::minutes).toList();
  }
}
