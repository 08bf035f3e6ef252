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
   * @param peers the quantiles of each peer; an empty array where it has none
   */
  void add(double actual, double[] values, List<double[]> peers) {
    steps++;
    demand += Math.abs(actual);
    absoluteError += Math.abs(actual - values[0]);
    bias += values[0] - actual;
    loss += CutoffSums.loss(actual, values);
    for (int i = 0; i < values.length; i++) {
      covered[i] += actual <= values[i] ? 1 : 0;
    }
    for (int p = 0; p < peerLoss.length; p++) {
      if (peers.get(p).length > 0) {
        peerLoss[p] += CutoffSums.loss(actual, peers.get(p));
        peerDemand[p] += Math.abs(actual);
      }
    }
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
