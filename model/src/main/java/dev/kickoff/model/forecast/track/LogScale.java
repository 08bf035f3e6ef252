package dev.kickoff.model.forecast.track;

import dev.kickoff.model.demand.DemandSeries;
import java.util.Arrays;

/**
 * The logarithm in which demand is modelled: {@code log(1 + demand / unit)}.
 *
 * <p>The unit is a small share of the series' own median, so that a series of thousands and one of
 * hundredths behave alike and a zero is an ordinary value.
 *
 * @param unit demand at which the scale turns from linear to logarithmic; finite, above zero
 */
public record LogScale(double unit) {
  private static final double SHARE_OF_MEDIAN = 0.1;

  public LogScale {
    if (!(unit > 0) || Double.isInfinite(unit)) {
      throw new IllegalArgumentException("unit " + unit + " of a log scale must be above zero");
    }
  }

  /** The scale that suits these values; unit 1 where nothing above zero is known. */
  public static LogScale suiting(DemandSeries series) {
    double[] positive = new double[series.known()];
    int count = 0;
    for (int i = 0; i < series.size(); i++) {
      if (series.isPresent(i) && series.value(i) > 0) {
        positive[count++] = series.value(i);
      }
    }
    if (count == 0) {
      return new LogScale(1);
    }
    Arrays.sort(positive, 0, count);
    return new LogScale(Math.max(Double.MIN_NORMAL, SHARE_OF_MEDIAN * positive[count / 2]));
  }

  /** Demand in log units; what is below zero counts as zero. */
  public double toLog(double demand) {
    return Math.log(1 + Math.max(0, demand) / unit);
  }

  /** Demand that {@code log} stands for; never below zero. */
  public double toDemand(double log) {
    return Math.max(0, (Math.exp(log) - 1) * unit);
  }
}
