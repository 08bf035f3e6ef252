package dev.kickoff.jobs.config;

/**
 * Which numbers a key may have.
 *
 * @param least the smallest, inclusive
 * @param most the largest, inclusive
 * @param words what to write, in words
 */
record NumberRange(double least, double most, String words) {
  static final NumberRange HOSTS = new NumberRange(0, 100_000, "a whole number from 0 to 100000");
  static final NumberRange POSITIVE =
      new NumberRange(Double.MIN_VALUE, Double.MAX_VALUE, "a number above 0");
  static final NumberRange SHARE =
      new NumberRange(Double.MIN_VALUE, 1, "a number above 0 and at most 1");
  static final NumberRange COST = new NumberRange(0, Double.MAX_VALUE, "a number of 0 or more");
  static final NumberRange MINUTES = new NumberRange(0, 1440, "minutes from 0 to 1440");
  static final NumberRange PERIOD = new NumberRange(1 / 60.0, 1440, "minutes above 0, up to 1440");

  boolean holds(double value) {
    return value >= least && value <= most;
  }
}
