package dev.kickoff.model.forecast.accuracy;

import dev.kickoff.model.forecast.Quantiles;
import java.util.List;
import java.util.Optional;

/** The running sums behind one {@link ForecastScore}. */
final class ScoreTally {
  private static final double LEAST_KNOWN = 0.9;

  private final double[] covered = new double[Quantiles.levels().length];
  private final double[] peerLoss;
  private final double[] peerDemand;
  private int steps;
  private double loss;
  private double demand;
  private double absoluteError;
  private double bias;

  ScoreTally(int peers) {
    this.peerLoss = new double[peers];
    this.peerDemand = new double[peers];
  }

  /**
   * Counts one step.
   *
   * @param peers the quantiles of each peer, where it has any
   */
  void add(double actual, double[] values, List<Optional<double[]>> peers) {
    steps++;
    demand += Math.abs(actual);
    absoluteError += Math.abs(actual - values[0]);
    bias += values[0] - actual;
    loss += loss(actual, values);
    for (int i = 0; i < values.length; i++) {
      covered[i] += actual <= values[i] ? 1 : 0;
    }
    for (int p = 0; p < peerLoss.length; p++) {
      if (peers.get(p).isPresent()) {
        peerLoss[p] += loss(actual, peers.get(p).get());
        peerDemand[p] += Math.abs(actual);
      }
    }
  }

  private static double loss(double actual, double[] values) {
    double[] levels = Quantiles.levels();
    double sum = 0;
    for (int i = 0; i < levels.length; i++) {
      double above = actual - values[i];
      sum += 2 * Math.max(levels[i] * above, (levels[i] - 1) * above) / levels.length;
    }
    return sum;
  }

  /** The score; empty when no step, or no demand, was seen. */
  Optional<ForecastScore> score(Optional<Double> scale) {
    if (steps == 0 || demand == 0) {
      return Optional.empty();
    }
    double[] coverage = covered.clone();
    for (int i = 0; i < coverage.length; i++) {
      coverage[i] /= steps;
    }
    Optional<Double> seasonal = Optional.empty();
    for (int p = 0; p < peerLoss.length; p++) {
      if (peerDemand[p] > LEAST_KNOWN * demand) {
        double peer = peerLoss[p] / peerDemand[p];
        seasonal = Optional.of(seasonal.map(best -> Math.min(best, peer)).orElse(peer));
      }
    }
    return Optional.of(
        new ForecastScore(
            steps,
            loss / demand,
            scale.map(s -> absoluteError / steps / s),
            coverage,
            bias / demand,
            seasonal));
  }
}
