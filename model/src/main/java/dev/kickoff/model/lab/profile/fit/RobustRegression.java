package dev.kickoff.model.lab.profile.fit;

import java.util.Arrays;

/**
 * Regression that outliers do not bend: least absolute residuals first, then Tukey's bisquare at
 * the scale found, iterated (Maronna, Martin and Yohai, "Robust Statistics", 2006, 4.4 and 5.5).
 *
 * <p>Covariances are those of the sandwich estimator in the form HC3, which noise that grows with
 * the load does not mislead (MacKinnon and White, 1985), times a factor for residuals that follow
 * one another in time. Deterministic.
 */
public final class RobustRegression {
  private static final double TUNING = 4.685;
  private static final double MAD_TO_DEVIATION = 1.4826;
  private static final int MOST_ROUNDS = 40;
  private static final double SETTLED = 1e-9;
  private static final double LEAST_SLOPE = 0.3;
  private static final double LEAST_SCALE = 1e-7;

  private final double[][] columns;
  private final double[] y;
  private final int size;
  private final double[] weights;
  private final double[] residuals;
  private double[] own;
  private double[] coefficients;
  private double scale;

  private RobustRegression(double[][] columns, double[] y) {
    this.columns = columns;
    this.y = y;
    this.size = y.length;
    this.weights = new double[size];
    this.residuals = new double[size];
    this.own = new double[size];
    this.coefficients = new double[columns.length];
  }

  /**
   * Regresses {@code y} on the columns, rows in the order of time.
   *
   * @param columns each as long as {@code y}, of magnitudes near one; more rows than columns
   * @throws SingularFitException where the columns do not tell their coefficients apart
   */
  public static Regression fit(double[][] columns, double[] y) {
    RobustRegression fit = new RobustRegression(columns, y);
    fit.leastAbsolute();
    fit.bisquare();
    return fit.result();
  }

  private void leastAbsolute() {
    Arrays.fill(weights, 1);
    solve();
    double least = LEAST_SCALE * spread(y);
    double floor = Math.max(least, 0.01 * median(absolute()));
    for (int round = 0; round < MOST_ROUNDS; round++) {
      for (int i = 0; i < size; i++) {
        weights[i] = 1 / Math.max(floor, Math.abs(residuals[i]));
      }
      if (solve() < 1e-4) {
        break;
      }
    }
    double[] sorted = absolute();
    Arrays.sort(sorted);
    double[] informative = Arrays.copyOfRange(sorted, columns.length - 1, size);
    scale = Math.max(least, MAD_TO_DEVIATION * median(informative));
    own = NoiseOverLevel.of(fitted(), absolute(), scale);
  }

  private void bisquare() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      for (int i = 0; i < size; i++) {
        double u = bounded(i);
        weights[i] = Math.abs(u) < 1 ? (1 - u * u) * (1 - u * u) / (own[i] * own[i]) : 0;
      }
      if (solve() < SETTLED) {
        break;
      }
    }
  }

  /** Weighted least squares; how far coefficients moved, as a share of the spread of y. */
  private double solve() {
    int p = columns.length;
    double[][] products = products(weights);
    double[] b = new double[p];
    for (int a = 0; a < p; a++) {
      for (int i = 0; i < size; i++) {
        b[a] += weights[i] * columns[a][i] * y[i];
      }
    }
    if (!SmallMatrix.decompose(products)) {
      throw new SingularFitException();
    }
    SmallMatrix.solve(products, b);
    double moved = 0;
    for (int a = 0; a < p; a++) {
      moved = Math.max(moved, Math.abs(b[a] - coefficients[a]));
    }
    coefficients = b;
    for (int i = 0; i < size; i++) {
      double fitted = 0;
      for (int a = 0; a < p; a++) {
        fitted += b[a] * columns[a][i];
      }
      residuals[i] = y[i] - fitted;
    }
    return moved / Math.max(Double.MIN_NORMAL, spread(y));
  }

  private double[][] products(double[] by) {
    int p = columns.length;
    double[][] products = new double[p][p];
    for (int a = 0; a < p; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
          sum += by[i] * columns[a][i] * columns[b][i];
        }
        products[a][b] = sum;
        products[b][a] = sum;
      }
    }
    return products;
  }

  private Regression result() {
    double[] influence = new double[size];
    double[] counted = new double[size];
    double slopes = 0;
    double rows = 0;
    for (int i = 0; i < size; i++) {
      double u = bounded(i);
      if (Math.abs(u) < 1) {
        slopes += (1 - u * u) * (1 - 5 * u * u);
        counted[i] = 1 / (own[i] * own[i]);
        rows++;
      }
      influence[i] = weights[i] * residuals[i];
    }
    double slope = Math.max(LEAST_SLOPE, slopes / Math.max(1, rows));
    for (int i = 0; i < size; i++) {
      counted[i] *= slope;
    }
    double[][] bread = products(counted);
    if (!SmallMatrix.decompose(bread)) {
      throw new SingularFitException();
    }
    double[][] inverse = SmallMatrix.inverse(bread);
    double[] squares = new double[size];
    for (int i = 0; i < size; i++) {
      double kept = Math.max(0.05, 1 - counted[i] * leverage(inverse, i));
      squares[i] = influence[i] * influence[i] / (kept * kept);
    }
    double[][] covariance = SmallMatrix.sandwich(inverse, products(squares));
    double inflation = Autocorrelation.inflation(influence);
    for (int i = 0; i < size; i++) {
      weights[i] *= own[i] * own[i];
    }
    for (double[] row : covariance) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= inflation;
      }
    }
    boolean exact = scale <= LEAST_SCALE * spread(y);
    return new Regression(
        coefficients, covariance, residuals, weights, new Regression.Scale(scale, exact));
  }

  private double leverage(double[][] inverse, int row) {
    double leverage = 0;
    for (int a = 0; a < columns.length; a++) {
      for (int b = 0; b < columns.length; b++) {
        leverage += columns[a][row] * inverse[a][b] * columns[b][row];
      }
    }
    return leverage;
  }

  /** A residual in units beyond which it counts nothing. */
  private double bounded(int row) {
    return residuals[row] / (TUNING * scale * own[row]);
  }

  private double[] fitted() {
    double[] fitted = new double[size];
    for (int i = 0; i < size; i++) {
      fitted[i] = y[i] - residuals[i];
    }
    return fitted;
  }

  private double[] absolute() {
    return Arrays.stream(residuals).map(Math::abs).toArray();
  }

  /** Half of the distance between the lowest and the highest, and never zero. */
  private static double spread(double[] values) {
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return Math.max(Double.MIN_NORMAL, (high - low) / 2);
  }

  /** The median; of an even number the mean of the middle two. */
  public static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
