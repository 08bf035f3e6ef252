package dev.kickoff.bench.load;

import java.util.Collection;

/**
 * Percentiles of what was measured, by sorting; in milliseconds.
 *
 * @param count how many were measured
 */
record Percentiles(int count, double p50, double p99, double p999, double max) {
  static Percentiles of(Collection<Double> measured) {
    double[] sorted = measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Percentiles(
        sorted.length, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 0.999), at(sorted, 1));
  }

  private static double at(double[] sorted, double share) {
    int i = (int) Math.ceil(share * sorted.length) - 1;
    return sorted.length == 0 ? 0 : sorted[Math.max(0, i)];
  }

  @Override
  public String toString() {
    return "p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, max %.1f ms of %d"
        .formatted(p50, p99, p999, max, count);
  }
}
