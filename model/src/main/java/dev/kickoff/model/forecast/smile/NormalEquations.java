package dev.kickoff.model.forecast.smile;

import smile.math.blas.UPLO;
import smile.math.matrix.Matrix;

/**
 * The normal equations of a weighted least squares fit, gathered row by row in a fixed order and
 * solved with a ridge: {@code (X'WX + P) b = X'Wy}.
 *
 * <p>Rows may be sparse. Mutable while gathering; solving changes nothing, so that the fit of a
 * growing history can be read at any point.
 */
public final class NormalEquations {
  private final int size;
  private final double[][] products;
  private final double[] targets;

  /** Of {@code size} unknowns, without any row. */
  public NormalEquations(int size) {
    this.size = size;
    this.products = new double[size][size];
    this.targets = new double[size];
  }

  /** How many unknowns there are. */
  public int size() {
    return size;
  }

  /** Adds a row in sparse form; its indices rise. */
  public void add(SparseRow row, double target, double weight) {
    for (int a = 0; a < row.count(); a++) {
      double scaled = weight * row.value(a);
      double[] line = products[row.index(a)];
      for (int b = a; b < row.count(); b++) {
        line[row.index(b)] += scaled * row.value(b);
      }
      targets[row.index(a)] += scaled * target;
    }
  }

  /** Adds a full row. */
  public void add(double[] row, double target, double weight) {
    for (int a = 0; a < size; a++) {
      double scaled = weight * row[a];
      double[] line = products[a];
      for (int b = a; b < size; b++) {
        line[b] += scaled * row[b];
      }
      targets[a] += scaled * target;
    }
  }

  /** Fades all rows so far to a share of their weight. */
  public void fade(double share) {
    for (int a = 0; a < size; a++) {
      for (int b = a; b < size; b++) {
        products[a][b] *= share;
      }
      targets[a] *= share;
    }
  }

  /**
   * The coefficients.
   *
   * @param penalties positive definite together with the rows
   * @throws IllegalArgumentException when the equations have no unique solution
   */
  public double[] solve(Penalties penalties) {
    Matrix matrix = new Matrix(size, size);
    for (int a = 0; a < size; a++) {
      for (int b = a; b < size; b++) {
        double value = products[a][b] + penalties.at(a, b);
        matrix.set(a, b, value);
        matrix.set(b, a, value);
      }
    }
    matrix.uplo(UPLO.LOWER);
    try {
      return matrix.cholesky(true).solve(targets);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("the fit has no unique solution", e);
    }
  }
}
