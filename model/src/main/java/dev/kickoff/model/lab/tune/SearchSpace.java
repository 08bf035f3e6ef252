package dev.kickoff.model.lab.tune;

import java.util.ArrayList;
import java.util.List;

/**
 * The candidates: each increment with each threshold.
 *
 * @param leastIncrement 1 or more
 * @param mostIncrement inclusive
 * @param leastThreshold in percent, above 0
 * @param mostThreshold inclusive, below 100
 */
public record SearchSpace(
    int leastIncrement, int mostIncrement, int leastThreshold, int mostThreshold) {
  private static final int MOST = 100_000;

  public SearchSpace {
    boolean valid =
        leastIncrement >= 1
            && mostIncrement >= leastIncrement
            && leastThreshold >= 1
            && mostThreshold >= leastThreshold
            && mostThreshold <= 100
            && (mostIncrement - leastIncrement + 1L) * (mostThreshold - leastThreshold + 1) <= MOST;
    if (!valid) {
      throw new IllegalArgumentException(
          "increments %d..%d and thresholds %d..%d; at most %d cells"
              .formatted(leastIncrement, mostIncrement, leastThreshold, mostThreshold, MOST));
    }
  }

  /** All of them, by increment, then by threshold. */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int increment = leastIncrement; increment <= mostIncrement; increment++) {
      for (int threshold = leastThreshold; threshold <= mostThreshold; threshold++) {
        cells.add(new Cell(increment, threshold));
      }
    }
    return cells;
  }

  /** How many candidates there are. */
  public int size() {
    return (mostIncrement - leastIncrement + 1) * (mostThreshold - leastThreshold + 1);
  }

  /** Where a candidate lies in the space, each coordinate from 0 to 1. */
  double[] unit(Cell cell) {
    return new double[] {
      share(cell.increment(), leastIncrement, mostIncrement),
      share(cell.threshold(), leastThreshold, mostThreshold)
    };
  }

  private static double share(int value, int least, int most) {
    return most == least ? 0 : (double) (value - least) / (most - least);
  }
}
