package dev.kickoff.model.lab.compare;

import dev.kickoff.model.forecast.accuracy.Interval;
import dev.kickoff.model.forecast.smile.Probability;
import java.util.Arrays;

/**
 * How far a statistic might have come out otherwise: bias-corrected and accelerated where pairs are
 * independent (Efron, "Better bootstrap confidence intervals", JASA 82, 1987), percentiles where
 * they are drawn in blocks; both widened for few pairs.
 */
final class Spread {
  private final double value;
  private final double[] drawn;
  private final Resampling resampling;
  private final double bias;
  private final double acceleration;

  private Spread(double value, double[] drawn, Resampling resampling, double acceleration) {
    this.value = value;
    this.drawn = drawn.clone();
    this.resampling = resampling;
    Arrays.sort(this.drawn);
    this.bias = resampling.single() ? Probability.normal(share(value)) : 0;
    this.acceleration = resampling.single() ? acceleration : 0;
  }

  /** Of the mean of values, one a pair. */
  static Spread ofMean(double[] values, Resampling resampling) {
    double mean = Arrays.stream(values).average().orElse(0);
    return new Spread(mean, resampling.means(values), resampling, skew(values, mean));
  }

  /**
   * Of the mean of {@code values} over the mean of {@code under}.
   *
   * @param under above 0 in the mean of every draw
   */
  static Spread ofRatio(double[] values, double[] under, Resampling resampling) {
    double below = Arrays.stream(under).average().orElse(0);
    double ratio = Arrays.stream(values).average().orElse(0) / below;
    double[] drawn = resampling.means(values);
    double[] divisors = resampling.means(under);
    double[] influence = new double[values.length];
    Arrays.setAll(drawn, i -> drawn[i] / divisors[i]);
    Arrays.setAll(influence, i -> (values[i] - ratio * under[i]) / below);
    return new Spread(ratio, drawn, resampling, skew(influence, 0));
  }

  /** The acceleration: a sixth of the influences' skewness over the root of their number. */
  private static double skew(double[] values, double mean) {
    double squares = 0;
    double cubes = 0;
    for (double value : values) {
      double off = value - mean;
      squares += off * off;
      cubes += off * off * off;
    }
    return squares > 0 ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
  }

  double value() {
    return value;
  }

  /** Whether every draw gave the same. */
  private boolean isPoint() {
    double rounding = 1e-9 * Math.max(1e-9, Math.abs(value));
    return drawn[drawn.length - 1] - drawn[0] <= rounding;
  }

  /** The middle {@code confidence} (0..1) of what might have come out. */
  Interval interval(double confidence) {
    if (isPoint()) {
      return new Interval(value, value, value);
    }
    double tail = (1 - confidence) / 2;
    double low = at(resampling.expanded(tail));
    double high = at(resampling.expanded(1 - tail));
    return new Interval(value, Math.min(low, value), Math.max(high, value));
  }

  /** The chance, 0..1, that it is at most {@code limit}: the one-sided p-value against that. */
  double chanceAtMost(double limit) {
    if (isPoint()) {
      return value <= limit ? 1 : 0;
    }
    double off = reach(limit) - bias;
    double deviate = off / Math.max(0.1, 1 + acceleration * off) - bias;
    return resampling.contracted(deviate);
  }

  /** The normal deviate of a limit among the draws; beyond all of them, by their deviation. */
  private double reach(double limit) {
    double within = Probability.normal(share(limit));
    if (limit >= drawn[0] && limit <= drawn[drawn.length - 1]) {
      return within;
    }
    double mean = Arrays.stream(drawn).average().orElse(value);
    double square = Arrays.stream(drawn).map(draw -> (draw - mean) * (draw - mean)).sum();
    double beyond = (limit - mean) / Math.sqrt(square / drawn.length);
    return Math.abs(beyond) > Math.abs(within) ? beyond : within;
  }

  /** The drawn value at a normal deviate, after the corrections. */
  private double at(double deviate) {
    double moved = bias + deviate;
    double scale = Math.max(0.1, 1 - acceleration * moved);
    double position = Probability.normalChance(bias + moved / scale) * (drawn.length + 1) - 1;
    int below = (int) Math.floor(position);
    if (below < 0) {
      return drawn[0];
    }
    if (below >= drawn.length - 1) {
      return drawn[drawn.length - 1];
    }
    return drawn[below] + (position - below) * (drawn[below + 1] - drawn[below]);
  }

  /** The share of draws at most {@code limit}, those equal by half; never quite 0 or 1. */
  private double share(double limit) {
    double below = 0;
    for (double draw : drawn) {
      below += draw < limit ? 1 : draw == limit ? 0.5 : 0;
    }
    return (below + 0.5) / (drawn.length + 1);
  }
}
