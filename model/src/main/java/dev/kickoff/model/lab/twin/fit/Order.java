package dev.kickoff.model.lab.twin.fit;

import java.util.Arrays;

/** Values in order, at least one. */
final class Order {
  private final double[] sorted;

  Order(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no value to put in order");
    }
    this.sorted = values.clone();
    Arrays.sort(sorted);
  }

  double median() {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  double least() {
    return sorted[0];
  }

  double most() {
    return sorted[sorted.length - 1];
  }

  /** The value at a position from zero; those beyond an end are that end's. */
  double at(int position) {
    return sorted[Math.max(0, Math.min(sorted.length - 1, position))];
  }
}
