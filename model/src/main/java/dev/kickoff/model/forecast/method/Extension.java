package dev.kickoff.model.forecast.method;

import dev.kickoff.model.forecast.track.LogTrack;

/**
 * Recent demand beside the lift of events that were planned to have ended.
 *
 * @param track two hours or more up to now
 * @param curve the shape at its steps
 * @param own the part of the curve that the events that end lift
 * @param hour how many steps an hour has; the second hour is that before the end
 * @param window how many of the last steps are matched
 */
record Extension(LogTrack track, double[] curve, double[] own, int hour, int window) {
  private static final double LEAST_FALL = 0.15;
  private static final double MOST_FALLEN = 1.0 / 3;
  private static final double LEAST_ERROR = 0.12;
  private static final double PART = 0.2;

  /** By how many steps the events last longer; 0 when that does not show. */
  int steps() {
    double level = level();
    double planned = error(0, level);
    if (!isHigh() || planned < LEAST_ERROR * LEAST_ERROR) {
      return 0;
    }
    double least = planned;
    for (int s = 1; s <= hour; s++) {
      least = Math.min(least, error(s, level));
    }
    double sum = 0;
    int count = 0;
    for (int s = 1; s <= hour; s++) {
      double error = error(s, level);
      if (error < PART * planned && error <= least + LEAST_ERROR * LEAST_ERROR) {
        sum += s;
        count++;
      }
    }
    return count == 0 ? 0 : (int) Math.round(sum / count);
  }

  /** Whether the profile has fallen for most of the window and demand has not. */
  private boolean isHigh() {
    int from = curve.length - window;
    double high = mean(hour, 2 * hour, own);
    for (int i = from + window / 3; i < curve.length; i++) {
      if (high - own[i] < LEAST_FALL) {
        return false;
      }
    }
    double[] excess = new double[curve.length];
    for (int i = 0; i < excess.length; i++) {
      excess[i] = track.isKnown(i) ? track.log(i) - curve[i] + own[i] : 0;
    }
    double given = mean(hour, 2 * hour, excess) - mean(from, curve.length, excess);
    return given < MOST_FALLEN * (high - mean(from, curve.length, own));
  }

  /** What the hour before the end lay above the shape. */
  private double level() {
    double[] above = new double[curve.length];
    for (int i = hour; i < 2 * hour; i++) {
      above[i] = track.isKnown(i) ? track.log(i) - curve[i] : 0;
    }
    return mean(hour, 2 * hour, above);
  }

  /** Over known steps; 0 where there are none. */
  private double mean(int from, int until, double[] values) {
    double sum = 0;
    int count = 0;
    for (int i = from; i < until; i++) {
      if (track.isKnown(i)) {
        sum += values[i];
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /** The mean squared error in the window; 0 where nothing is known. */
  private double error(int longer, double level) {
    double[] squares = new double[curve.length];
    int from = curve.length - window;
    for (int i = from; i < curve.length; i++) {
      if (track.isKnown(i)) {
        double error = track.log(i) - curve[i] + own[i] - own[i - longer] - level;
        squares[i] = error * error;
      }
    }
    return mean(from, curve.length, squares);
  }
}
