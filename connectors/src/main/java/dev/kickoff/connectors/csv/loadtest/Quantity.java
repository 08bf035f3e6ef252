package dev.kickoff.connectors.csv.loadtest;

import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;

/**
 * A column of numbers: what it is called, and which numbers it may hold.
 *
 * @param most the highest, inclusive
 * @param remedy what to write instead of a number above it
 */
record Quantity(String column, double most, String remedy) {
  static final Quantity RPM = new Quantity("rpm", 1e12, "write requests per minute");
  static final Quantity CPU =
      new Quantity("cpu", 100, "write percent of the whole host, all its processors together");
  static final Quantity LATENCY = new Quantity("latency_ms", 1e9, "write milliseconds");
  static final Quantity CACHE_HIT =
      new Quantity("cache_hit", 1, "write the share that the cache answered, 0 to 1");
  static final Quantity HOSTS = new Quantity("hosts", 100_000, "write a number of hosts");

  double parse(String text) throws InvalidText {
    if (text.isEmpty()) {
      throw new InvalidText(
          ProblemKind.MISSING, column + " is blank", "leave out rows that were not measured");
    }
    double value = decimal(text);
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new InvalidText(
          ProblemKind.NOT_A_NUMBER,
          column + " '" + Problem.brief(text) + "' is not a number",
          "write a decimal such as 31.5");
    }
    if (value < 0) {
      throw new InvalidText(
          ProblemKind.NEGATIVE, column + " " + text + " is negative", "it is 0 or more");
    }
    if (value > most) {
      throw new InvalidText(
          ProblemKind.OUT_OF_RANGE,
          column + " " + Problem.brief(text) + " is above " + (long) most,
          remedy);
    }
    return value + 0.0;
  }

  private static double decimal(String text) {
    char last = text.charAt(text.length() - 1);
    try {
      return last >= '0' && last <= '9' || last == '.' ? Double.parseDouble(text) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
