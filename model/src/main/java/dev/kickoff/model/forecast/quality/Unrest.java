package dev.kickoff.model.forecast.quality;

import java.util.BitSet;

/**
 * How far demand usually strays around one time of day, in logarithms, over the days that the usual
 * is read from.
 *
 * <p>Two readings, of which the smaller counts: how far slots lie from their day's own level and
 * the days' common course, and how far they lie from the half hour before them, again beyond the
 * common course. The first is small where days are alike, the second where demand moves smoothly,
 * as the days of an event do. Each is the larger of 1.4826 times the median and 1.2533 times the
 * mean absolute deviation (both are sigma where errors are normal; the mean also sees counts of
 * which most are the same), and at least 0.1.
 */
final class Unrest {
  private static final double LEAST_SIGMA = 0.1;
  private static final double MAD_TO_SIGMA = 1.4826;
  private static final double MEAN_TO_SIGMA = 1.2533;
  private static final long MINUTES_BEFORE = 30;
  private static final int AROUND = 6;
  private static final int WIDTH = 2 * AROUND + 1;

  private final int before;
  private final double[][] logs;
  private final BitSet[] there;

  /**
   * @param unit see {@link Usual#unit}
   */
  Unrest(Slots slots, Usual usual, int slot, double unit) {
    int[] precedents = usual.precedents(slot);
    this.before = slots.count(MINUTES_BEFORE, 2);
    this.logs = new double[precedents.length][before + WIDTH];
    this.there = new BitSet[precedents.length];
    for (int row = 0; row < logs.length; row++) {
      there[row] = new BitSet();
      for (int k = 0; k < before + WIDTH; k++) {
        int i = precedents[row] - before - AROUND + k;
        if (i >= 0 && i < slot && usual.isSeen(i)) {
          logs[row][k] = Math.log1p(slots.at(i) / unit);
          there[row].set(k);
        }
      }
    }
  }

  double sigma() {
    double[][] fromLevel = new double[logs.length][WIDTH];
    double[][] fromBefore = new double[logs.length][WIDTH];
    BitSet[] known = new BitSet[logs.length];
    for (int row = 0; row < logs.length; row++) {
      known[row] = there[row].get(before, before + WIDTH);
      double level = median(row, before, before + WIDTH);
      for (int k = 0; k < WIDTH; k++) {
        double log = logs[row][before + k];
        fromLevel[row][k] = log - level;
        boolean starts = there[row].nextSetBit(k) >= before + k;
        fromBefore[row][k] = starts ? 0 : log - median(row, k, before + k);
      }
    }
    return Math.max(LEAST_SIGMA, Math.min(spread(fromLevel, known), spread(fromBefore, known)));
  }

  private double median(int row, int from, int until) {
    Median median = new Median(until - from);
    for (int k = there[row].nextSetBit(from); k >= 0 && k < until; ) {
      median.add(logs[row][k]);
      k = there[row].nextSetBit(k + 1);
    }
    return median.count() == 0 ? 0 : median.get();
  }

  private static double spread(double[][] values, BitSet[] known) {
    Median errors = new Median(values.length * WIDTH);
    Median course = new Median(values.length);
    for (int k = 0; k < WIDTH; k++) {
      course.clear();
      for (int row = 0; row < values.length; row++) {
        if (known[row].get(k)) {
          course.add(values[row][k]);
        }
      }
      double common = course.count() == 0 ? 0 : course.get();
      for (int row = 0; row < values.length; row++) {
        if (known[row].get(k)) {
          errors.add(Math.abs(values[row][k] - common));
        }
      }
    }
    return errors.count() == 0
        ? 0
        : Math.max(MAD_TO_SIGMA * errors.get(), MEAN_TO_SIGMA * errors.mean());
  }
}
