package dev.kickoff.model.lab.twin.fit;

import dev.kickoff.model.lab.twin.fit.Estimate.Found;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A line through points, of which nearly a third may be wrong: its slope is the median of the
 * slopes between any two points.
 *
 * <p>Source: Theil 1950; the interval, 95 %, is that of Sen, Estimates of the regression
 * coefficient based on Kendall's tau, JASA 63 (1968), which takes the points as independent.
 *
 * @param slope y per x
 * @param intercept y where x is zero
 */
record TheilSen(Found slope, Found intercept) {
  private static final double Z = 1.959964;
  private static final int MOST_POINTS = 500;

  /** The line; empty for fewer than three points, or where all have one x. */
  static Optional<TheilSen> of(double[] allX, double[] allY) {
    double[] x = thinned(allX);
    double[] y = thinned(allY);
    int n = x.length;
    double[] slopes = new double[n * Math.max(0, n - 1) / 2];
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        if (x[i] != x[j]) {
          slopes[count++] = (y[j] - y[i]) / (x[j] - x[i]);
        }
      }
    }
    if (n < 3 || count == 0) {
      return Optional.empty();
    }
    Order order = new Order(Arrays.copyOf(slopes, count));
    double reach = Z * Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18);
    double slope = order.median();
    double low = Math.min(slope, order.at((int) Math.floor((count - reach) / 2)));
    double high = Math.max(slope, order.at((int) Math.ceil((count + reach) / 2)));
    double at = intercept(x, y, slope);
    double one = intercept(x, y, high);
    double other = intercept(x, y, low);
    return Optional.of(
        new TheilSen(
            new Found(slope, low, high),
            new Found(at, Math.min(at, Math.min(one, other)), Math.max(at, Math.max(one, other)))));
  }

  private static double intercept(double[] x, double[] y, double slope) {
    return new Order(IntStream.range(0, x.length).mapToDouble(i -> y[i] - slope * x[i]).toArray())
        .median();
  }

  private static double[] thinned(double[] values) {
    int every = (values.length + MOST_POINTS - 1) / MOST_POINTS;
    return every <= 1
        ? values
        : IntStream.range(0, values.length / every).mapToDouble(i -> values[i * every]).toArray();
  }
}
