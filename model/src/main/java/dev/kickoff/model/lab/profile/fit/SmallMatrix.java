package dev.kickoff.model.lab.profile.fit;

/**
 * Symmetric positive definite systems of a few unknowns, by Cholesky's decomposition (Golub and Van
 * Loan, "Matrix Computations", 4.2).
 */
final class SmallMatrix {
  private static final double SINGULAR = 1e-12;

  private SmallMatrix() {}

  /**
   * The lower factor, in place of {@code a}; false where it is singular, then {@code a} is lost.
   */
  static boolean decompose(double[][] a) {
    int size = a.length;
    for (int j = 0; j < size; j++) {
      double before = a[j][j];
      for (int k = 0; k < j; k++) {
        a[j][j] -= a[j][k] * a[j][k];
      }
      if (!(a[j][j] > SINGULAR * before) || !(before > 0)) {
        return false;
      }
      a[j][j] = Math.sqrt(a[j][j]);
      for (int i = j + 1; i < size; i++) {
        for (int k = 0; k < j; k++) {
          a[i][j] -= a[i][k] * a[j][k];
        }
        a[i][j] /= a[j][j];
      }
    }
    return true;
  }

  /** Replaces {@code b} by the solution, given the factor. */
  static void solve(double[][] factor, double[] b) {
    int size = b.length;
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        b[i] -= factor[i][k] * b[k];
      }
      b[i] /= factor[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        b[i] -= factor[k][i] * b[k];
      }
      b[i] /= factor[i][i];
    }
  }

  /** The inverse, given the factor. */
  static double[][] inverse(double[][] factor) {
    int size = factor.length;
    double[][] inverse = new double[size][size];
    for (int j = 0; j < size; j++) {
      double[] unit = new double[size];
      unit[j] = 1;
      solve(factor, unit);
      for (int i = 0; i < size; i++) {
        inverse[i][j] = unit[i];
      }
    }
    return inverse;
  }

  /** {@code a m a} of symmetric matrices. */
  static double[][] sandwich(double[][] a, double[][] m) {
    return product(product(a, m), a);
  }

  private static double[][] product(double[][] a, double[][] b) {
    int size = a.length;
    double[][] c = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < size; k++) {
        for (int j = 0; j < size; j++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }
}
