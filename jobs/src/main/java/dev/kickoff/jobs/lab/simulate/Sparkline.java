package dev.kickoff.jobs.lab.simulate;

import java.util.Arrays;
import java.util.Locale;

/** A series as one line of blocks, with its lowest and highest value. */
public final class Sparkline {
  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final int WIDTH = 60;

  private Sparkline() {}

  /** The line of some values, at least one; each block is the highest of its stretch. */
  public static String of(double[] values) {
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(0);
    int width = Math.min(WIDTH, values.length);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < width; i++) {
      int from = (int) ((long) i * values.length / width);
      int to = (int) ((i + 1L) * values.length / width);
      double highest = Arrays.stream(values, from, to).max().orElse(low);
      double share = high > low ? (highest - low) / (high - low) : 0;
      line.append(BLOCKS.charAt((int) Math.min(BLOCKS.length() - 1, share * BLOCKS.length())));
    }
    return line + String.format(Locale.ROOT, "  %.1f to %.1f", low, high);
  }

  /** The line of some whole values. */
  public static String of(int[] values) {
    return of(Arrays.stream(values).asDoubleStream().toArray());
  }
}
