package dev.kickoff.model.demand.inherit;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a service goes on with: the demand of its ancestor, up to its own first known step.
 *
 * <p>From that step on only its own demand counts, gaps included. What is inherited is brought to
 * the heir's level by the ratio of medians over the steps that both know, in the whole hours of the
 * first day of the heir; by 1 where there is no such hour, or a median is zero. Only what a caller
 * hands over is used: cut both at the cutoff, and nothing later is known.
 *
 * @param from the ancestor
 * @param demand of the ancestor, in the unit and in the steps of the heir
 */
public record Inheritance(Service from, DemandSeries demand) {
  private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  /** What is known at {@code cutoff}: the steps that have ended by then. */
  public Inheritance endedBy(Instant cutoff) {
    return new Inheritance(from, demand.before(cutoff.minus(demand.step()).plusMillis(1)));
  }

  /**
   * The history of an heir, what it inherited at its own level.
   *
   * @param own what the heir knows of itself; possibly nothing
   * @throws IllegalArgumentException when the steps of the two do not match
   */
  public DemandSeries joined(DemandSeries own) {
    return join(demand, own, factor(own));
  }

  /**
   * The ancestor's steps, times {@code factor}, before the heir's first known one; then the heir's.
   *
   * @throws IllegalArgumentException when the steps of the two do not match
   */
  public static DemandSeries join(DemandSeries ancestor, DemandSeries own, double factor) {
    check(ancestor, own);
    int first = own.firstKnown();
    boolean heirIsKnown = first < own.size();
    DemandSeries left = heirIsKnown ? ancestor.before(own.timeAt(first)) : ancestor;
    if (left.known() == 0) {
      return own;
    }
    DemandSeries.Builder joined = DemandSeries.builder(left.start(), left.step());
    for (int i = 0; i < left.size(); i++) {
      if (left.isPresent(i)) {
        joined.set(i, left.value(i) * factor);
      }
    }
    int shift =
        (int) ((own.start().toEpochMilli() - left.start().toEpochMilli()) / stepMillis(own));
    for (int i = first; i < own.size(); i++) {
      if (own.isPresent(i)) {
        joined.set(i + shift, own.value(i));
      }
    }
    return own.size() == 0 ? joined.build() : joined.extendTo(own.until()).build();
  }

  /** One sentence for an operator: what was inherited; of a history that is wholly so, that. */
  public String note(DemandSeries own) {
    int first = own.firstKnown();
    if (first >= own.size()) {
      return "all history inherited from " + from;
    }
    double factor = factor(own);
    String times = factor == 1 ? "" : String.format(Locale.ROOT, ", times %.3g", factor);
    return "history before " + own.timeAt(first) + " inherited from " + from + times;
  }

  /** How many times the ancestor's level the heir's is; finite, above 0. */
  double factor(DemandSeries own) {
    int first = own.firstKnown();
    long start = own.timeAt(first).toEpochMilli();
    long there = own.until().toEpochMilli() - start;
    long used = Math.min(DAY_MILLIS, there / HOUR_MILLIS * HOUR_MILLIS);
    int until = Math.min(own.size(), first + (int) (used / stepMillis(own)));
    double[] heirs = new double[Math.max(0, until - first)];
    double[] ancestors = new double[heirs.length];
    int both = 0;
    for (int i = first; i < until; i++) {
      int same = demand.indexOf(own.timeAt(i));
      if (own.isPresent(i) && demand.isPresent(same)) {
        heirs[both] = own.value(i);
        ancestors[both++] = demand.value(same);
      }
    }
    double factor = both == 0 ? 1 : median(heirs, both) / median(ancestors, both);
    return factor > 0 && Double.isFinite(factor) ? factor : 1;
  }

  private static double median(double[] values, int count) {
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
  }

  private static void check(DemandSeries ancestor, DemandSeries own) {
    long apart = own.start().toEpochMilli() - ancestor.start().toEpochMilli();
    if (stepMillis(ancestor) != stepMillis(own) || apart % stepMillis(own) != 0) {
      throw new IllegalArgumentException(
          "steps of %s from %s do not match steps of %s from %s; bring both to the same steps first"
              .formatted(ancestor.step(), ancestor.start(), own.step(), own.start()));
    }
  }

  private static long stepMillis(DemandSeries series) {
    return series.step().toMillis();
  }
}
