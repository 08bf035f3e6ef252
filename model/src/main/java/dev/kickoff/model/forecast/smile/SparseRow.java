package dev.kickoff.model.forecast.smile;

import java.util.Arrays;

/** One row of a regression as its non-zero entries, indices rising. Mutable, to be reused. */
public final class SparseRow {
  private int[] indices;
  private double[] values;
  private int count;

  /** An empty row. */
  public SparseRow() {
    this(64);
  }

  /** An empty row with room for so many entries; it grows where there are more. */
  public SparseRow(int room) {
    this.indices = new int[room];
    this.values = new double[room];
  }

  /** Empties the row. */
  public void clear() {
    count = 0;
  }

  /** Appends an entry; its index is above those before. */
  public void put(int index, double value) {
    if (value == 0) {
      return;
    }
    if (count > 0 && index <= indices[count - 1]) {
      throw new IllegalArgumentException("index " + index + " after " + indices[count - 1]);
    }
    if (count == indices.length) {
      indices = Arrays.copyOf(indices, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
    }
    indices[count] = index;
    values[count++] = value;
  }

  /** How many entries there are. */
  public int count() {
    return count;
  }

  /** The index of entry {@code i}. */
  public int index(int i) {
    return indices[i];
  }

  /** The value of entry {@code i}. */
  public double value(int i) {
    return values[i];
  }

  /** The sum of the entries, each times the coefficient of its index. */
  public double times(double[] coefficients) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[i] * coefficients[indices[i]];
    }
    return sum;
  }
}
