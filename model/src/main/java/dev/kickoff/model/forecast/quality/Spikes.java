package dev.kickoff.model.forecast.quality;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.event.EventWindows;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.LogScale;
import dev.kickoff.model.forecast.track.Span;
import java.util.BitSet;
import java.util.OptionalDouble;

/**
 * A history whose single spikes are clipped, for learning seasons; never for conformal pools, which
 * must know how large errors are.
 *
 * <p>A step, or two next to each other, is a spike where it lies more than five sigma in logarithms
 * from the median of the steps around it (Hampel's identifier; sigma is 1.4826 times their median
 * absolute deviation, at least 0.1), and as far from what is usual at that time, and in no event's
 * window. It is clipped to the limit, up or down. What comes back every day or week is no spike.
 */
public final class Spikes {
  private static final double SIGMAS = 5;
  private static final double LEAST_SIGMA = 0.1;
  private static final double MAD_TO_SIGMA = 1.4826;
  private static final int AROUND = 6;
  private static final int RUN = 2;

  private final DemandSeries series;
  private final LogScale scale;
  private final Usual usual;
  private final Median around = new Median(2 * AROUND);
  private final Median strays = new Median(2 * AROUND);

  private Spikes(DemandSeries series, LocalClock clock) {
    this.series = series;
    this.scale = LogScale.suiting(series);
    this.usual = new Usual(new Slots(series, clock), new BitSet());
  }

  /**
   * The series with its spikes clipped; the same series where there are none.
   *
   * @param series in learning steps of five minutes or longer, masked steps being gaps
   * @throws IllegalArgumentException where steps are shorter than five minutes
   */
  public static DemandSeries clipped(
      DemandSeries series, LocalClock clock, EventCalendar calendar) {
    if (series.step().toMinutes() < 5) {
      throw new IllegalArgumentException("steps of " + series.step() + " are under five minutes");
    }
    Span span = new Span(series.start().toEpochMilli(), series.step().toMillis(), series.size());
    BitSet event = EventWindows.within(span, calendar);
    Spikes spikes = new Spikes(series, clock);
    DemandSeries.Builder clipped = null;
    for (int i = 0; i < series.size(); i++) {
      if (series.isPresent(i) && !event.get(i) && spikes.standsOut(i)) {
        OptionalDouble limit = spikes.limit(i);
        if (limit.isPresent()) {
          clipped = clipped == null ? copy(series) : clipped;
          clipped.set(series.timeAt(i), limit.getAsDouble());
        }
      }
    }
    return clipped == null ? series : clipped.build();
  }

  private static DemandSeries.Builder copy(DemandSeries series) {
    DemandSeries.Builder copy = DemandSeries.builder(series.start(), series.step());
    for (int i = 0; i < series.size(); i++) {
      if (series.isPresent(i)) {
        copy.set(series.timeAt(i), series.value(i));
      }
    }
    return copy.extendTo(series.until());
  }

  /** A quick look: whether both steps beside the run lie on the same side, far enough. */
  private boolean standsOut(int i) {
    double log = log(i);
    double before = series.isPresent(i - RUN) ? log - log(i - RUN) : 0;
    double after = series.isPresent(i + RUN) ? log - log(i + RUN) : 0;
    return before * after > 0 && Math.min(Math.abs(before), Math.abs(after)) > LEAST_SIGMA;
  }

  private double log(int i) {
    return scale.toLog(series.value(i));
  }

  private OptionalDouble limit(int i) {
    around.clear();
    for (int k = i - AROUND; k <= i + AROUND; k++) {
      if (Math.abs(k - i) >= RUN && series.isPresent(k)) {
        around.add(log(k));
      }
    }
    OptionalDouble there = usual.at(i);
    if (around.count() < AROUND || there.isEmpty()) {
      return OptionalDouble.empty();
    }
    double median = around.get();
    strays.clear();
    for (int k = i - AROUND; k <= i + AROUND; k++) {
      if (Math.abs(k - i) >= RUN && series.isPresent(k)) {
        strays.add(Math.abs(log(k) - median));
      }
    }
    double reach = SIGMAS * Math.max(LEAST_SIGMA, MAD_TO_SIGMA * strays.get());
    double usualLog = scale.toLog(there.getAsDouble());
    double low = Math.min(median, usualLog) - reach;
    double high = Math.max(median, usualLog) + reach;
    double log = log(i);
    return log >= low && log <= high
        ? OptionalDouble.empty()
        : OptionalDouble.of(scale.toDemand(Math.max(low, Math.min(high, log))));
  }
}
