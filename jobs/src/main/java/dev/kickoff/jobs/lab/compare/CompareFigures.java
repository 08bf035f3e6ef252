package dev.kickoff.jobs.lab.compare;

import dev.kickoff.jobs.offline.page.Numbers;
import dev.kickoff.model.forecast.accuracy.Interval;
import dev.kickoff.model.lab.compare.PairedDifference;
import java.util.Locale;

/** Figures of a comparison as they are written in tables. */
final class CompareFigures {
  private static final double PERCENT = 100;

  private CompareFigures() {}

  static String number(double value) {
    return Numbers.brief(Math.abs(value) < 5e-4 ? 0 : value);
  }

  static String signed(double value) {
    return (value > 5e-4 ? "+" : "") + number(value);
  }

  static String range(Interval interval) {
    return "%s to %s".formatted(signed(interval.low()), signed(interval.high()));
  }

  static String percent(PairedDifference found) {
    return found.relative().map(CompareFigures::percent).orElse("not defined");
  }

  private static String percent(Interval share) {
    return String.format(
        Locale.ROOT,
        "%+.1f %% (%+.1f to %+.1f)",
        PERCENT * share.value(),
        PERCENT * share.low(),
        PERCENT * share.high());
  }

  static String chance(double p) {
    return p < 0.001 ? "below 0.001" : Numbers.fixed(p, 3);
  }
}
