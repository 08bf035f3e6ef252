package dev.kickoff.connectors.csv;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The readable rows of one service: instant, value and line of each, in the order of the file. */
final class SampleRows {
  private long[] atMillis = new long[64];
  private double[] values = new double[64];
  private int[] lines = new int[64];
  private int size;

  void add(long at, double value, int line) {
    if (size == atMillis.length) {
      atMillis = Arrays.copyOf(atMillis, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      lines = Arrays.copyOf(lines, 2 * size);
    }
    atMillis[size] = at;
    values[size] = value;
    lines[size] = line;
    size++;
  }

  int size() {
    return size;
  }

  long atMillis(int i) {
    return atMillis[i];
  }

  double value(int i) {
    return values[i];
  }

  int line(int i) {
    return lines[i];
  }

  /** How many rows stand before one that is older than the one ahead of it. */
  int unsorted() {
    return (int) IntStream.range(1, size).filter(i -> atMillis[i] < atMillis[i - 1]).count();
  }

  /** These rows by time; rows of one instant keep their order. */
  SampleRows sorted() {
    SampleRows out = new SampleRows();
    IntStream.range(0, size)
        .boxed()
        .sorted((a, b) -> Long.compare(atMillis[a], atMillis[b]))
        .forEach(i -> out.add(atMillis[i], values[i], lines[i]));
    return out;
  }
}
