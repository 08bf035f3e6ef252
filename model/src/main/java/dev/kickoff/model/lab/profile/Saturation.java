package dev.kickoff.model.lab.profile;

import java.util.Comparator;
import java.util.List;

/** Where a processor was full: beyond, it says nothing of what requests cost. */
final class Saturation {
  private static final double FULL = 99.5;
  private static final int LEAST_WINDOW = 4;
  private static final double WINDOW_SHARE = 0.02;
  private static final double FULL_SHARE = 0.4;

  private Saturation() {}

  /**
   * The lowest load from which on at least two rows in five are full, among a fiftieth of the rows
   * and four at least; above every load where there is none.
   */
  static double from(LoadTest test) {
    List<LoadTestRow> sorted =
        test.rows().stream().sorted(Comparator.comparingDouble(LoadTestRow::rpm)).toList();
    int window = (int) Math.max(LEAST_WINDOW, WINDOW_SHARE * sorted.size());
    int full = 0;
    for (int i = 0; i < sorted.size(); i++) {
      full += sorted.get(i).cpu() >= FULL ? 1 : 0;
      if (i >= window) {
        full -= sorted.get(i - window).cpu() >= FULL ? 1 : 0;
      }
      if (i >= window - 1 && full >= FULL_SHARE * window) {
        return sorted.get(i - window + 1).rpm();
      }
    }
    return Double.MAX_VALUE;
  }
}
