package dev.kickoff.model.lab.profile.fit;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * One {@link HingeShape} with its knee at one place, fitted with residuals of Student's t
 * distribution with four degrees of freedom by expectation and maximisation (Lange, Little and
 * Taylor, "Robust Statistical Modeling Using the t Distribution", 1989).
 */
final class HingeFit {
  private static final double FREEDOM = 4;
  private static final int MOST_ROUNDS = 15;
  private static final double SETTLED = 5e-3;

  /** Weights stand for the slope of the influence, which is that much flatter. */
  private static final double OF_T = 1.2;

  private static final double LEAST_SHARE = 0.05;

  private final HingeShape shape;
  private final double knee;
  private final double[] x;
  private final double[] y;
  private final double middle;
  private final double[] row;
  private final double[] fitted;
  private double[] coefficients;
  private double[] weights = {};
  private double squares;
  private double likelihood;
  private boolean usable;

  private HingeFit(HingeShape shape, double knee, HingeData data) {
    this.shape = shape;
    this.knee = knee;
    this.x = data.x();
    this.y = shape.isLog() ? data.logs() : data.y();
    this.middle = data.middle();
    this.row = new double[shape.terms()];
    this.fitted = new double[x.length];
    this.coefficients = new double[shape.terms()];
    this.usable = iterate(shape.isLog() ? data.logSum() : 0);
  }

  /** The fit of {@code shape} with its knee at {@code knee}. */
  static HingeFit of(HingeShape shape, double knee, HingeData data) {
    return new HingeFit(shape, knee, data);
  }

  /** Whether it could be fitted, and bends upwards. */
  boolean isUsable() {
    return usable;
  }

  /** Logarithm of the likelihood of the values as measured, but for a constant. */
  double likelihood() {
    return likelihood;
  }

  /** The value fitted at {@code at}, as measured. */
  double valueAt(double at) {
    return asMeasured(at, coefficients.length);
  }

  /** What the line before the knee says at {@code at}. */
  double lineAt(double at) {
    return asMeasured(at, 2);
  }

  double[] residuals() {
    double[] residuals = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      residuals[i] = (y[i] - fitted[i]) / noise(i);
    }
    return residuals;
  }

  /**
   * The standard error of the knee by the sandwich estimator, which noise that the shape does not
   * foresee does not mislead; empty where nothing tells.
   */
  OptionalDouble kneeError() {
    int p = row.length + 1;
    double[][] bread = new double[p][p];
    double[][] meat = new double[p][p];
    double[] gradient = new double[p];
    for (int i = 0; i < y.length; i++) {
      shape.regressors(x[i], knee, gradient);
      gradient[p - 1] = shape.slopeOverKnee(x[i] - knee, coefficients);
      double influence = weights[i] * (y[i] - fitted[i]);
      for (int a = 0; a < p; a++) {
        for (int b = 0; b < p; b++) {
          bread[a][b] += weights[i] * gradient[a] * gradient[b];
          meat[a][b] += influence * influence * gradient[a] * gradient[b];
        }
      }
    }
    if (!SmallMatrix.decompose(bread)) {
      return OptionalDouble.empty();
    }
    double variance = SmallMatrix.sandwich(SmallMatrix.inverse(bread), meat)[p - 1][p - 1];
    return OptionalDouble.of(OF_T * Math.sqrt(variance));
  }

  private double asMeasured(double at, int terms) {
    double[] at1 = new double[shape.terms()];
    shape.regressors(at, knee, at1);
    double sum = 0;
    for (int a = 0; a < terms; a++) {
      sum += coefficients[a] * at1[a];
    }
    return shape.isLog() ? Math.exp(sum) : sum;
  }

  private boolean iterate(double logSum) {
    weights = new double[y.length];
    Arrays.fill(weights, 1);
    Arrays.fill(fitted, middle);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double before = squares;
      if (!solve()) {
        return false;
      }
      reweigh(round == 0);
      if (Math.abs(squares - before) < SETTLED * squares) {
        break;
      }
    }
    likelihood = likelihoodNow() - logSum;
    return shape.bendsUp(coefficients) && Double.isFinite(likelihood);
  }

  private boolean solve() {
    int p = row.length;
    double[][] products = new double[p][p];
    double[] b = new double[p];
    for (int i = 0; i < y.length; i++) {
      shape.regressors(x[i], knee, row);
      for (int a = 0; a < p; a++) {
        double scaled = weights[i] * row[a];
        b[a] += scaled * y[i];
        for (int c = 0; c <= a; c++) {
          products[a][c] += scaled * row[c];
        }
      }
    }
    if (!SmallMatrix.decompose(products)) {
      return false;
    }
    SmallMatrix.solve(products, b);
    coefficients = b;
    for (int i = 0; i < y.length; i++) {
      shape.regressors(x[i], knee, row);
      fitted[i] = 0;
      for (int a = 0; a < p; a++) {
        fitted[i] += b[a] * row[a];
      }
    }
    return true;
  }

  private void reweigh(boolean first) {
    double sum = 0;
    double[] standard = residuals();
    if (first) {
      double deviation = 1.4826 * RobustRegression.median(abs(standard));
      squares = deviation * deviation;
    }
    squares = Math.max(squares, floor());
    for (int i = 0; i < y.length; i++) {
      double z2 = standard[i] * standard[i];
      double w = (FREEDOM + 1) / (FREEDOM + z2 / squares);
      sum += w * z2;
      weights[i] = w / (noise(i) * noise(i));
    }
    squares = Math.max(floor(), sum / y.length);
  }

  /** Values are told to a thousandth of their usual size at best. */
  private double floor() {
    double least = shape.isLog() || shape.isRelative() ? 1e-3 : 1e-3 * middle;
    return least * least;
  }

  private double noise(int i) {
    return shape.isRelative() ? Math.max(LEAST_SHARE * middle, fitted[i]) : 1;
  }

  private double likelihoodNow() {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double noise = noise(i);
      double z = (y[i] - fitted[i]) / noise;
      sum -= 0.5 * (FREEDOM + 1) * Math.log1p(z * z / (FREEDOM * squares));
      sum -= Math.log(noise) + 0.5 * Math.log(squares);
    }
    return sum;
  }

  private static double[] abs(double[] values) {
    return Arrays.stream(values).map(Math::abs).toArray();
  }
}
