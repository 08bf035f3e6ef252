package dev.kickoff.model.lab.profile.fit;

import dev.kickoff.model.forecast.smile.Probability;
import java.util.Arrays;

/**
 * A fitted regression: coefficients in the order of the columns, what is left over, and how sure
 * each is.
 */
public final class Regression {
  private final double[] coefficients;
  private final double[][] covariance;
  private final double[] residuals;
  private final double[] weights;
  private final Scale scale;

  /**
   * How far rows lie from the curve.
   *
   * @param deviation of most rows, in units of what was regressed
   * @param exact whether they lie on it but for rounding
   */
  public record Scale(double deviation, boolean exact) {}

  Regression(
      double[] coefficients,
      double[][] covariance,
      double[] residuals,
      double[] weights,
      Scale scale) {
    this.coefficients = coefficients;
    this.covariance = covariance;
    this.residuals = residuals;
    this.weights = weights;
    this.scale = scale;
  }

  /** The coefficient of a column. */
  public double coefficient(int column) {
    return coefficients[column];
  }

  /** Whether there is such a column. */
  public boolean hasColumn(int column) {
    return column < coefficients.length;
  }

  /** The variance of a sum of coefficients, each times its factor. */
  public double variance(double... factors) {
    double variance = 0;
    for (int a = 0; a < factors.length; a++) {
      for (int b = 0; b < factors.length; b++) {
        variance += factors[a] * factors[b] * covariance[a][b];
      }
    }
    return variance;
  }

  /** How far the 95 % interval of such a sum reaches to either side. */
  public double reach(double... factors) {
    return Math.sqrt(Math.max(0, variance(factors))) * Probability.tReach(0.95, degreesLeft());
  }

  /** Rows less coefficients, at least 1. */
  public int degreesLeft() {
    return Math.max(1, residuals.length - coefficients.length);
  }

  /** What is left over of each row, in the order given. */
  public double[] residuals() {
    return residuals.clone();
  }

  /** How much each row counts, 0..1; an outlier counts 0. */
  public double weight(int row) {
    return weights[row];
  }

  /** How far rows lie from the curve. */
  public Scale scale() {
    return scale;
  }

  /** How many rows count nothing. */
  public int outliers() {
    return (int) Arrays.stream(weights).filter(weight -> weight == 0).count();
  }

  /** The share of the weighted variance of {@code y} that the curve explains, at most 1. */
  public double explained(double[] y) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < y.length; i++) {
      sum += weights[i] * y[i];
      total += weights[i];
    }
    double mean = sum / total;
    double left = 0;
    double all = 0;
    for (int i = 0; i < y.length; i++) {
      left += weights[i] * residuals[i] * residuals[i];
      all += weights[i] * (y[i] - mean) * (y[i] - mean);
    }
    return all > 0 ? 1 - left / all : 0;
  }

  /**
   * The chance that coefficients from {@code first} on came out as far from zero as they did where
   * they are zero: a Wald test with the robust covariance, read from the F distribution.
   */
  public double pOfZero(int first) {
    int terms = coefficients.length - first;
    double[][] part = new double[terms][terms];
    double[] solved = new double[terms];
    for (int i = 0; i < terms; i++) {
      part[i] = Arrays.copyOfRange(covariance[first + i], first, coefficients.length);
      solved[i] = coefficients[first + i];
    }
    if (!SmallMatrix.decompose(part)) {
      return 1;
    }
    SmallMatrix.solve(part, solved);
    double wald = 0;
    for (int i = 0; i < terms; i++) {
      wald += solved[i] * coefficients[first + i];
    }
    return Probability.fExceeds(wald / terms, terms, degreesLeft());
  }
}
