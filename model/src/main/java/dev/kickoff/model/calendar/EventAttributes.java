package dev.kickoff.model.calendar;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** How the values of an event's attributes are read. */
final class EventAttributes {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");

  private EventAttributes() {}

  /** The value as a number above zero; empty where it is none. */
  static OptionalDouble positiveNumber(String value) {
    if (!NUMBER.matcher(value).matches()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(value);
    return number > 0 ? OptionalDouble.of(number) : OptionalDouble.empty();
  }
}
