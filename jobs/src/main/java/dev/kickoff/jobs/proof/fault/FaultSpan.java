package dev.kickoff.jobs.proof.fault;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One fault, from when, for how long and how badly.
 *
 * @param from seconds after the start of the run, not negative
 * @param seconds how long, at least 1
 * @param thousandths how badly, 0 to 999; each fault says what that means
 */
public record FaultSpan(Fault fault, int from, int seconds, int thousandths) {
  private static final Pattern TEXT =
      Pattern.compile("([a-z-]+)@(\\d{1,6})\\+(\\d{1,6})\\*(\\d{1,3})");

  public FaultSpan {
    if (from < 0 || seconds < 1 || thousandths < 0 || thousandths > 999) {
      throw new IllegalArgumentException(
          "%s from second %d for %d, size %d".formatted(fault, from, seconds, thousandths));
    }
  }

  /**
   * Reads what {@link #toString} writes, such as {@code metrics-zero@7200+300*437}.
   *
   * @throws IllegalArgumentException that says what is wrong
   */
  public static FaultSpan parse(String text) {
    Matcher match = TEXT.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "fault '" + text + "' must look like metrics-zero@7200+300*437: name@second+length*size");
    }
    Fault fault =
        Arrays.stream(Fault.values())
            .filter(f -> f.label().equals(match.group(1)))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("there is no fault '" + match.group(1) + "'"));
    return new FaultSpan(fault, number(match, 2), number(match, 3), number(match, 4));
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }

  /** The first second after it. */
  public int until() {
    return from + seconds;
  }

  /** Whether it acts at a second of the run. */
  public boolean actsAt(long second) {
    return second >= from && second < until();
  }

  /** How badly, 0..1. */
  public double size() {
    return thousandths / 1_000.0;
  }

  /** The same fault for another time. */
  public FaultSpan during(int newFrom, int newSeconds) {
    return new FaultSpan(fault, newFrom, newSeconds, thousandths);
  }

  @Override
  public String toString() {
    return fault.label() + "@" + from + "+" + seconds + "*" + thousandths;
  }
}
