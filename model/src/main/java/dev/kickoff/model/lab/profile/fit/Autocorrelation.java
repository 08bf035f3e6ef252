package dev.kickoff.model.lab.profile.fit;

/** How much less rows say because what disturbed one disturbs the next as well. */
final class Autocorrelation {
  private static final double MOST = 0.95;

  private Autocorrelation() {}

  /**
   * The factor by which variances grow: {@code (1 + r) / (1 - r)} for residuals of correlation
   * {@code r} with the next (Bayley and Hammersley, 1946); 1 where {@code r} is not above twice its
   * own error.
   *
   * @param residuals in the order of time
   */
  static double inflation(double[] residuals) {
    int size = residuals.length;
    double mean = 0;
    for (double residual : residuals) {
      mean += residual / size;
    }
    double own = 0;
    double next = 0;
    for (int i = 0; i < size; i++) {
      double here = residuals[i] - mean;
      own += here * here;
      next += i + 1 < size ? here * (residuals[i + 1] - mean) : 0;
    }
    double r = own > 0 ? Math.min(MOST, next / own) : 0;
    return r > 2 / Math.sqrt(size) ? (1 + r) / (1 - r) : 1;
  }
}
