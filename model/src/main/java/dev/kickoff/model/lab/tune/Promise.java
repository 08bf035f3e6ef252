package dev.kickoff.model.lab.tune;

import dev.kickoff.model.lab.tune.surrogate.Surrogate;
import dev.kickoff.model.lab.tune.surrogate.Surrogate.Belief;
import dev.kickoff.model.lab.tune.surrogate.Surrogate.Expectation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much better than the best so far a candidate may turn out.
 *
 * <p>Two figures are believed: the mean processor share, which is to be high, and the logarithm of
 * the busiest host's, which is to stay below the limit. While nothing tried stays below it, what
 * counts is the expected improvement of the second. After that it is the expected improvement of
 * the first, times the chance to stay below the limit (Gardner et al., "Bayesian Optimization with
 * Inequality Constraints", 2014).
 *
 * @param limit logarithm of the limit
 * @param best the highest mean of those below the limit; empty when there is none
 * @param lowest the lowest logarithm of a maximum
 */
record Promise(
    SearchSpace space, Belief mean, Belief max, double limit, OptionalDouble best, double lowest) {
  private static final double LEAST_CPU = 1e-3;

  /** What the outcomes promise of the other candidates. */
  static Promise learnt(
      SearchSpace space, List<CellOutcome> outcomes, double limit, Surrogate surrogate) {
    double[][] points =
        outcomes.stream().map(outcome -> space.unit(outcome.cell())).toArray(double[][]::new);
    double[] means = outcomes.stream().mapToDouble(o -> o.result().meanCpu()).toArray();
    double[] maxima = outcomes.stream().mapToDouble(Promise::logMax).toArray();
    return new Promise(
        space,
        surrogate.learn(points, means),
        surrogate.learn(points, maxima),
        Math.log(limit),
        outcomes.stream()
            .filter(outcome -> outcome.result().isBelow(limit))
            .mapToDouble(outcome -> outcome.result().meanCpu())
            .max(),
        outcomes.stream().mapToDouble(Promise::logMax).min().orElseThrow());
  }

  private static double logMax(CellOutcome outcome) {
    return Math.log(Math.max(LEAST_CPU, outcome.result().maxCpu()));
  }

  /** The candidate that promises most; of equal ones that with the highest threshold. */
  Cell most(Collection<Cell> open) {
    return open.stream()
        .map(cell -> new Weighed(cell, of(cell)))
        .max(
            Comparator.comparingDouble(Weighed::promise)
                .thenComparing(Weighed::cell, CellOutcome.byThresholdThenIncrement().reversed()))
        .orElseThrow()
        .cell();
  }

  private record Weighed(Cell cell, double promise) {}

  private double of(Cell cell) {
    double[] point = space.unit(cell);
    Expectation peak = max.at(point);
    if (best.isEmpty()) {
      return Normal.improvement(lowest - peak.mean(), peak.spread());
    }
    Expectation share = mean.at(point);
    return Normal.improvement(share.mean() - best.getAsDouble(), share.spread())
        * Normal.chance(limit - peak.mean(), peak.spread());
  }

  /** What is promised of the rest, if this one comes to what is expected of it. */
  Promise believing(Cell cell) {
    double[] point = space.unit(cell);
    double share = mean.at(point).mean();
    double peak = max.at(point).mean();
    OptionalDouble better =
        peak < limit ? OptionalDouble.of(Math.max(share, best.orElse(share))) : best;
    return new Promise(
        space,
        mean.with(point, share),
        max.with(point, peak),
        limit,
        better,
        Math.min(lowest, peak));
  }
}
