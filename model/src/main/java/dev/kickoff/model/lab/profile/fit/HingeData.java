package dev.kickoff.model.lab.profile.fit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Latency over processor as the search for a knee reads it, sorted by processor; of more than
 * {@value #MOST} rows neighbours stand together, at their median.
 */
final class HingeData {
  private static final int MOST = 2_000;

  private final double[] x;
  private final double[] y;
  private final double[] logs;

  private HingeData(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    this.logs = Arrays.stream(y).map(Math::log).toArray();
  }

  /** Pairs of processor and latency, latency above 0, at least one pair. */
  static HingeData of(double[] x, double[] y) {
    int[] order =
        IntStream.range(0, x.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> x[i]).thenComparingInt(i -> i))
            .mapToInt(i -> i)
            .toArray();
    int groups = Math.min(MOST, x.length);
    double[] gx = new double[groups];
    double[] gy = new double[groups];
    for (int g = 0; g < groups; g++) {
      int from = (int) ((long) g * x.length / groups);
      int until = (int) ((long) (g + 1) * x.length / groups);
      double[] values = new double[until - from];
      for (int i = from; i < until; i++) {
        gx[g] += x[order[i]] / (until - from);
        values[i - from] = y[order[i]];
      }
      gy[g] = RobustRegression.median(values);
    }
    return new HingeData(gx, gy);
  }

  double[] x() {
    return x;
  }

  double[] y() {
    return y;
  }

  double[] logs() {
    return logs;
  }

  double logSum() {
    return Arrays.stream(logs).sum();
  }

  double middle() {
    return RobustRegression.median(y);
  }

  int size() {
    return x.length;
  }
}
