package dev.kickoff.model.forecast.track;

import dev.kickoff.model.demand.DemandSeries;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalDouble;

/**
 * Known demand in log units on an even span; a gap stays a gap.
 *
 * <p>Immutable. The logs are of the mean demand of each step.
 */
public final class LogTrack {
  private final Span span;
  private final double[] logs;
  private final BitSet known;

  private LogTrack(Span span, double[] logs, BitSet known) {
    this.span = span;
    this.logs = logs;
    this.known = known;
  }

  /** Every step of the series. */
  public static LogTrack of(DemandSeries series, LogScale scale) {
    Span span = new Span(series.start().toEpochMilli(), series.step().toMillis(), series.size());
    double[] logs = new double[span.size()];
    BitSet known = new BitSet(span.size());
    for (int i = 0; i < span.size(); i++) {
      if (series.isPresent(i)) {
        logs[i] = scale.toLog(series.value(i));
        known.set(i);
      }
    }
    return new LogTrack(span, logs, known);
  }

  /**
   * The series averaged into the steps of {@code span}, which may start between two of its own
   * coarser steps; a step with under {@link DemandSeries#MIN_SHARE} of its samples is a gap.
   *
   * @param span its step is a multiple of the series' step
   */
  public static LogTrack over(Span span, DemandSeries series, LogScale scale) {
    long own = series.step().toMillis();
    int per = (int) (span.stepMillis() / own);
    int first = (int) Math.floorDiv(span.startMillis() - series.start().toEpochMilli(), own);
    double[] logs = new double[span.size()];
    BitSet known = new BitSet(span.size());
    for (int i = 0; i < span.size(); i++) {
      OptionalDouble mean = series.mean(first + i * per, per);
      if (mean.isPresent()) {
        logs[i] = scale.toLog(mean.getAsDouble());
        known.set(i);
      }
    }
    return new LogTrack(span, logs, known);
  }

  /** The steps from index {@code from} to {@code until}, both within the track. */
  public LogTrack part(int from, int until) {
    return new LogTrack(
        span.slice(from, until), Arrays.copyOfRange(logs, from, until), known.get(from, until));
  }

  public Span span() {
    return span;
  }

  /** Whether step {@code i} has a value; false outside the span. */
  public boolean isKnown(int i) {
    return i >= 0 && i < span.size() && known.get(i);
  }

  /**
   * The log of step {@code i}.
   *
   * @throws IllegalStateException in a gap or outside the span
   */
  public double log(int i) {
    if (!isKnown(i)) {
      throw new IllegalStateException("no demand is known at step " + i);
    }
    return logs[i];
  }

  /** The log of step {@code i}, which is known. */
  double known(int i) {
    return logs[i];
  }

  /** The highest log; 0 where nothing above it is known. */
  public double highest() {
    double highest = 0;
    for (int i = known.nextSetBit(0); i >= 0; i = known.nextSetBit(i + 1)) {
      highest = Math.max(highest, logs[i]);
    }
    return highest;
  }
}
