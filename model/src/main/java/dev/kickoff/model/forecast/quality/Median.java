package dev.kickoff.model.forecast.quality;

import java.util.Arrays;

/** A few numbers, collected for their median. */
final class Median {
  private final double[] values;
  private int count;

  Median(int most) {
    values = new double[most];
  }

  /** Takes in a number; what is more than the most is left out. */
  void add(double value) {
    if (count < values.length) {
      values[count++] = value;
    }
  }

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  /** The mean of what was added, at least one number. */
  double mean() {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[i];
    }
    return sum / count;
  }

  /** The median of what was added, at least one number; the order of adding is lost. */
  double get() {
    Arrays.sort(values, 0, count);
    int half = count / 2;
    return count % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }
}
