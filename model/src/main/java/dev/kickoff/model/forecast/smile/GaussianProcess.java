package dev.kickoff.model.forecast.smile;

import dev.kickoff.model.lab.tune.surrogate.Surrogate;
import java.util.Arrays;
import smile.math.kernel.MaternKernel;
import smile.regression.GaussianProcessRegression;

/**
 * Gaussian process regression by Smile, with a Matérn kernel and a scale of its own for each
 * coordinate.
 *
 * <p>See Rasmussen and Williams, "Gaussian Processes for Machine Learning" (2006), algorithm 2.1
 * and chapter 5. Scales are those of a short list that make what was seen likeliest, sought one
 * coordinate after the other. The same points give the same belief.
 */
public final class GaussianProcess implements Surrogate {
  /** How far apart two points are still alike, where the whole range is 1. */
  private static final double[] SCALES = {0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2};

  private static final double SMOOTHNESS = 2.5;
  private static final double NOISE = 1e-4; // of the variance; keeps the matrix well conditioned
  private static final int SWEEPS = 2;

  @Override
  public Belief learn(double[][] points, double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    Unit unit = new Unit(mean, variance > 0 ? Math.sqrt(variance) : 1);
    double[] scaled = Arrays.stream(values).map(unit::scaled).toArray();
    double[] scales = new double[points[0].length];
    Arrays.fill(scales, SCALES[SCALES.length / 2]);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int axis = 0; axis < scales.length; axis++) {
        scales[axis] = likeliest(points, scaled, scales, axis);
      }
    }
    return new Fitted(points, scaled, unit, scales);
  }

  private static double likeliest(double[][] points, double[] values, double[] scales, int axis) {
    double best = scales[axis];
    double highest = Double.NEGATIVE_INFINITY;
    double[] tried = scales.clone();
    for (double scale : SCALES) {
      tried[axis] = scale;
      double likelihood = fit(points, values, tried).L;
      if (likelihood > highest) {
        highest = likelihood;
        best = scale;
      }
    }
    return best;
  }

  private static GaussianProcessRegression<double[]> fit(
      double[][] points, double[] values, double[] scales) {
    double[][] divided =
        Arrays.stream(points).map(point -> divided(point, scales)).toArray(double[][]::new);
    return GaussianProcessRegression.fit(
        divided, values, new MaternKernel(1, SMOOTHNESS), NOISE, false, 0, 0);
  }

  private static double[] divided(double[] point, double[] scales) {
    double[] divided = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      divided[i] = point[i] / scales[i];
    }
    return divided;
  }

  /** The values' mean and standard deviation. */
  private record Unit(double mean, double deviation) {
    double scaled(double value) {
      return (value - mean) / deviation;
    }

    Expectation unscaled(double value, double spread) {
      // Where a point is known the variance may come out a hair below zero.
      return new Expectation(
          mean + deviation * value, Double.isNaN(spread) ? 0 : deviation * spread);
    }
  }

  /** A belief with the scales that were found. */
  private static final class Fitted implements Belief {
    private final double[][] points;
    private final double[] values;
    private final Unit unit;
    private final double[] scales;
    private final GaussianProcessRegression<double[]> regression;

    Fitted(double[][] points, double[] values, Unit unit, double[] scales) {
      this.points = points;
      this.values = values;
      this.unit = unit;
      this.scales = scales;
      this.regression = fit(points, values, scales);
    }

    @Override
    public Expectation at(double[] point) {
      double[] answer = new double[2];
      regression.predict(divided(point, scales), answer);
      return unit.unscaled(answer[0], answer[1]);
    }

    @Override
    public Belief with(double[] point, double value) {
      double[][] more = Arrays.copyOf(points, points.length + 1);
      more[points.length] = point;
      double[] known = Arrays.copyOf(values, values.length + 1);
      known[values.length] = unit.scaled(value);
      return new Fitted(more, known, unit, scales);
    }
  }
}
