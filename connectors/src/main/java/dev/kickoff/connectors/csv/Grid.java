package dev.kickoff.connectors.csv;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * The even grid that the rows of a series lie on.
 *
 * @param stepMillis the most common distance between neighbours in time, the smaller of equals
 * @param phaseMillis the most common remainder of an instant divided by the step
 */
record Grid(long stepMillis, long phaseMillis) {
  private static final int MIN_RUN = 12;
  private static final double MIN_SHARE_OF_ROWS = 0.05;
  private static final double MIN_SHARE_OF_TIME = 0.10;

  /** A stretch of rows that are evenly apart, but by another distance than the series' step. */
  record Stretch(int from, int until, long distanceMillis) {}

  /** The grid of {@code rows}, sorted and without duplicates; empty for fewer than two rows. */
  static Optional<Grid> of(SampleRows rows) {
    if (rows.size() < 2) {
      return Optional.empty();
    }
    long step = mostCommon(rows.size() - 1, i -> rows.atMillis(i + 1) - rows.atMillis(i));
    long phase = mostCommon(rows.size(), i -> Math.floorMod(rows.atMillis(i), step));
    return Optional.of(new Grid(step, phase));
  }

  private static long mostCommon(int size, IntToLongFunction values) {
    Map<Long, Integer> counts = new HashMap<>();
    int from = 0;
    for (int i = 1; i <= size; i++) {
      if (i == size || values.applyAsLong(i) != values.applyAsLong(from)) {
        counts.merge(values.applyAsLong(from), i - from, Integer::sum);
        from = i;
      }
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Long, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  boolean holds(long atMillis) {
    return Math.floorMod(atMillis, stepMillis) == phaseMillis;
  }

  /** The longest stretch of another resolution that is too large to be chance; normally empty. */
  Optional<Stretch> otherResolution(SampleRows rows) {
    Stretch longest = new Stretch(0, 0, 0);
    int from = 0;
    for (int i = 1; i < rows.size(); i++) {
      long distance = rows.atMillis(i) - rows.atMillis(i - 1);
      boolean continues = i > 1 && distance == rows.atMillis(i - 1) - rows.atMillis(i - 2);
      from = continues ? from : i - 1;
      if (distance != stepMillis && i + 1 - from > longest.until() - longest.from()) {
        longest = new Stretch(from, i + 1, distance);
      }
    }
    return isLarge(longest, rows) ? Optional.of(longest) : Optional.empty();
  }

  private static boolean isLarge(Stretch stretch, SampleRows rows) {
    int count = stretch.until() - stretch.from();
    if (count < MIN_RUN) {
      return false;
    }
    double time = rows.atMillis(stretch.until() - 1) - rows.atMillis(stretch.from());
    double allTime = rows.atMillis(rows.size() - 1) - rows.atMillis(0);
    return count >= MIN_SHARE_OF_ROWS * rows.size() || time >= MIN_SHARE_OF_TIME * allTime;
  }
}
