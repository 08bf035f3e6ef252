package dev.kickoff.model.forecast.smile;

/**
 * What a ridge charges for coefficients: their squares, and the squares of the differences of
 * neighbours that should be alike.
 */
public final class Penalties {
  private final double[] diagonal;
  private final double[] beside;

  /** No charge for any of {@code size} coefficients. */
  public Penalties(int size) {
    this.diagonal = new double[size];
    this.beside = new double[size];
  }

  /** Charges {@code weight * b_i^2}. */
  public Penalties size(int i, double weight) {
    diagonal[i] += weight;
    return this;
  }

  /** Charges {@code weight * (b_i - b_{i+1})^2}. */
  public Penalties step(int i, double weight) {
    diagonal[i] += weight;
    diagonal[i + 1] += weight;
    beside[i] -= weight;
    return this;
  }

  double at(int a, int b) {
    if (a == b) {
      return diagonal[a];
    }
    return b == a + 1 ? beside[a] : 0;
  }
}
