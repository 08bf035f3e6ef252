package dev.kickoff.model.lab.shape.past;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.Sampling;
import java.time.Duration;
import java.time.Instant;

/**
 * A span of recorded demand as a load: the mean of each step stands at its beginning, and the last
 * step's also at its end. A span that begins or ends within a step takes that whole step.
 *
 * @param bridged how many steps were not known, and were bridged by a straight line
 */
public record PastSpan(LoadCurve curve, int bridged) {
  /**
   * Cuts a span out.
   *
   * @param demand in requests per minute
   * @throws IllegalArgumentException when it is not all within the demand, is not known at its
   *     beginning or end, or by under 80 %; the message says what could be asked for
   */
  public static PastSpan of(DemandSeries demand, Instant from, Instant until) {
    Duration step = demand.step();
    if (step.toSeconds() < 1 || step.getNano() != 0) {
      throw new IllegalArgumentException("demand in steps of " + step + " cannot be played");
    }
    if (from.isBefore(demand.start()) || until.isAfter(demand.until())) {
      throw new IllegalArgumentException(
          "the span from %s to %s is not all within the demand, which reaches from %s to %s"
              .formatted(from, until, demand.start(), demand.until()));
    }
    int first = demand.indexOf(from);
    int last = demand.indexOf(until.minusMillis(1));
    new Sampling(step.multipliedBy(last - first + 1L), step);
    check(demand, first, last);
    double[] values = new double[last - first + 2];
    int bridged = 0;
    for (int i = first; i <= last; i++) {
      values[i - first] = bridged(demand, i);
      bridged += demand.isPresent(i) ? 0 : 1;
    }
    values[values.length - 1] = demand.value(last);
    return new PastSpan(new LoadCurve(step, values), bridged);
  }

  private static void check(DemandSeries demand, int first, int last) {
    for (int i : new int[] {first, last}) {
      if (!demand.isPresent(i)) {
        throw new IllegalArgumentException(
            "the demand at %s is not known: begin and end where it is".formatted(demand.timeAt(i)));
      }
    }
    int known = 0;
    for (int i = first; i <= last; i++) {
      known += demand.isPresent(i) ? 1 : 0;
    }
    int steps = last - first + 1;
    if (known < DemandSeries.MIN_SHARE * steps) {
      throw new IllegalArgumentException(
          "of the %d steps from %s only %d are known: choose a span with fewer gaps"
              .formatted(steps, demand.timeAt(first), known));
    }
  }

  private static double bridged(DemandSeries demand, int at) {
    int left = at;
    int right = at;
    while (!demand.isPresent(left)) {
      left--;
    }
    while (!demand.isPresent(right)) {
      right++;
    }
    double share = right == left ? 0 : (at - left) / (double) (right - left);
    return demand.value(left) + (demand.value(right) - demand.value(left)) * share;
  }
}
