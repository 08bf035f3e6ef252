package dev.kickoff.model.demand;

import java.time.Duration;
import java.time.Instant;

/** Brings a recorded series into the engine's own form: requests per minute, minute by minute. */
public final class MinuteSeries {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private MinuteSeries() {}

  /**
   * The series in one-minute steps: finer steps are averaged, coarser ones hold for each of their
   * minutes, gaps stay gaps.
   *
   * @param series readings in {@code unit}, each step's reading covering its step
   * @throws IllegalArgumentException when a step is neither a divisor nor a multiple of a minute
   */
  public static DemandSeries of(DemandSeries series, DemandUnit unit) {
    long step = series.step().toMillis();
    long minute = MINUTE.toMillis();
    if (step <= minute) {
      if (minute % step != 0) {
        throw uneven(series);
      }
      return rates(series, unit).resample(MINUTE, false);
    }
    if (step % minute != 0) {
      throw uneven(series);
    }
    DemandSeries.Builder minutes = DemandSeries.builder(series.start(), MINUTE);
    int perStep = (int) (step / minute);
    for (int i = 0; i < series.size(); i++) {
      if (series.isPresent(i)) {
        double rate = unit.toRequestsPerMinute(series.value(i), series.step());
        for (int k = 0; k < perStep; k++) {
          minutes.set(series.timeAt(i).plus(MINUTE.multipliedBy(k)), rate);
        }
      }
    }
    return minutes.extendTo(series.until()).build();
  }

  private static DemandSeries rates(DemandSeries series, DemandUnit unit) {
    if (unit == DemandUnit.RPM) {
      return series;
    }
    DemandSeries.Builder rates = DemandSeries.builder(series.start(), series.step());
    for (int i = 0; i < series.size(); i++) {
      if (series.isPresent(i)) {
        rates.set(series.timeAt(i), unit.toRequestsPerMinute(series.value(i), series.step()));
      }
    }
    return rates.extendTo(series.until()).build();
  }

  private static IllegalArgumentException uneven(DemandSeries series) {
    Instant start = series.start();
    return new IllegalArgumentException(
        "a step of " + series.step() + " from " + start + " does not divide into whole minutes");
  }
}
