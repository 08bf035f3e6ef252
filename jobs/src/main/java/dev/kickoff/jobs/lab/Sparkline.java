package dev.kickoff.jobs.lab;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/** A series as one line of bars, each as high as the highest value of its part; zero is lowest. */
public final class Sparkline {
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final int WIDTH = 60;

  private Sparkline() {}

  /**
   * The line.
   *
   * @param values 0 or more each, at least one
   * @param charset of the terminal; empty where it has no bars
   */
  public static Optional<String> of(double[] values, Charset charset) {
    if (!charset.newEncoder().canEncode(BARS)) {
      return Optional.empty();
    }
    double peak = Arrays.stream(values).max().orElse(0);
    int count = Math.min(WIDTH, values.length);
    StringBuilder line = new StringBuilder();
    for (int k = 0; k < count; k++) {
      int from = (int) ((long) values.length * k / count);
      int until = (int) ((long) values.length * (k + 1) / count);
      double highest = Arrays.stream(values, from, until).max().orElse(0);
      double share = peak == 0 ? 0 : highest / peak;
      line.append(BARS.charAt((int) Math.round(share * (BARS.length() - 1))));
    }
    return Optional.of(line.toString());
  }
}
