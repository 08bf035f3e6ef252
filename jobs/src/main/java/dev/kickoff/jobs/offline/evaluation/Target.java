package dev.kickoff.jobs.offline.evaluation;

import dev.kickoff.jobs.offline.page.markdown.Markdown;

/**
 * Something that was asked of the forecasts, and what was measured.
 *
 * @param what is measured, in words
 * @param wanted the bound, in words
 * @param measured in words
 * @param met whether it was met
 * @param verdict "met", or by how much it was missed
 */
record Target(String what, String wanted, String measured, boolean met, String verdict) {

  /** A number that is to be at most {@code bound}; {@code of} says whose it is, or is empty. */
  static Target atMost(String what, double bound, double value, String of) {
    return bounded(what, "at most " + number(bound), measured(value, of), value - bound);
  }

  /** A number that is to be at least {@code bound}. */
  static Target atLeast(String what, double bound, double value, String of) {
    return bounded(what, "at least " + number(bound), measured(value, of), bound - value);
  }

  /** A number that is to lie between two others. */
  static Target between(String what, Range wanted, double value) {
    double beyond = Math.max(wanted.low() - value, value - wanted.high());
    String range = number(wanted.low()) + " to " + number(wanted.high());
    return bounded(what, range, measured(value, ""), beyond);
  }

  /** From {@code low} to {@code high}, both included. */
  record Range(double low, double high) {
    /** Whether an interval has a number in common with this one. */
    boolean meets(double from, double until) {
      return from <= high && until >= low;
    }
  }

  private static String measured(double value, String of) {
    return Markdown.fixed(value) + (of.isEmpty() ? "" : " (" + of + ")");
  }

  private static Target bounded(String what, String wanted, String measured, double beyond) {
    boolean met = beyond <= 0;
    return new Target(what, wanted, measured, met, met ? "met" : "missed by " + small(beyond));
  }

  private static String number(double bound) {
    return String.valueOf(bound).replaceAll("\\.0$", "");
  }

  /** Never shown as zero. */
  private static String small(double beyond) {
    return beyond < 0.0005 ? "less than 0.0005" : Markdown.fixed(beyond);
  }
}
