package dev.kickoff.model.forecast.longrange;

import dev.kickoff.model.forecast.Quantiles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How far highest demands came out from what was said of them, in log units.
 *
 * <p>Split conformal with the finite-sample correction: the offset for level {@code q} is the
 * {@code ceil((n + 1) q)}-th smallest of {@code n} errors (Vovk et al., "Algorithmic Learning in a
 * Random World"). Errors from one origin, or of one event, are alike; so with {@code m} of these
 * the distance of each offset from the median grows by the share {@code 1 / m}, and the median
 * itself counts {@code m^2 / (m^2 + 30)}, a factor of two at most: a trend of a few weeks is not
 * carried on.
 */
final class PeakErrors {
  private static final double SHRINKING = 30;
  private static final double MOST_MEDIAN = Math.log(2);
  private static final double WIDENING = 1;
  private static final double BEYOND = 0.25;
  private static final double MOST_ADDED = 0.5;

  private final double[] sorted;
  private final int groups;

  /**
   * One error.
   *
   * @param group the origin or the event it belongs to
   */
  record Error(Object group, double log) {}

  PeakErrors(List<Error> errors) {
    this.sorted = errors.stream().mapToDouble(Error::log).sorted().toArray();
    Set<Object> distinct = new HashSet<>();
    errors.forEach(error -> distinct.add(error.group()));
    this.groups = distinct.size();
  }

  int count() {
    return sorted.length;
  }

  int groups() {
    return groups;
  }

  /** Where the middle of what comes lies; 0 without errors. */
  double median() {
    if (sorted.length == 0) {
      return 0;
    }
    double squared = (double) groups * groups;
    double median = middle() * squared / (squared + SHRINKING);
    return Math.max(-MOST_MEDIAN, Math.min(MOST_MEDIAN, median));
  }

  private double middle() {
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** How far above the median each of {@link Quantiles#levels()} lies, rising from 0. */
  double[] distances() {
    double[] levels = Quantiles.levels();
    double[] distances = new double[levels.length];
    int n = sorted.length;
    for (int i = 1; i < levels.length && n > 0; i++) {
      int rank = (int) Math.ceil((n + 1) * levels[i]);
      double last = sorted[n - 1];
      double offset = rank <= n ? sorted[rank - 1] : wider(last, BEYOND * (last - sorted[0]));
      double own = Math.max(0, offset - middle());
      double distance = wider(own, own * WIDENING / groups);
      distances[i] = Math.max(distance, distances[i - 1]);
    }
    return distances;
  }

  /** More than {@code distance}, but not beyond all sense: by half a log unit at most. */
  static double wider(double distance, double more) {
    return distance + Math.min(MOST_ADDED, more);
  }
}
