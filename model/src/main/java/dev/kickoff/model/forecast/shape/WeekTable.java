package dev.kickoff.model.forecast.shape;

import dev.kickoff.model.forecast.track.LocalClock;

/**
 * A value for each slot of the local week, linear between the middles of the slots.
 *
 * <p>Slots are as long as the steps it was learnt from, rounded so that a week holds a whole
 * number.
 */
final class WeekTable {
  private final LocalClock clock;
  private final double[] values;
  private final double slotMillis;

  WeekTable(LocalClock clock, double[] values) {
    this.clock = clock;
    this.values = values;
    this.slotMillis = LocalClock.WEEK_MILLIS / (double) values.length;
  }

  /** How many slots of about {@code stepMillis} a week has: a multiple of seven. */
  static int slots(long stepMillis) {
    return 7 * (int) Math.max(1, Math.round(LocalClock.DAY_MILLIS / (double) stepMillis));
  }

  /** The slot of a week of {@code slots} that covers {@code millis}. */
  static int slotOf(LocalClock clock, long millis, int slots) {
    return (int) (clock.weekMillis(millis) * slots / LocalClock.WEEK_MILLIS);
  }

  double at(long millis) {
    double position = clock.weekMillis(millis) / slotMillis - 0.5;
    int left = position < 0 ? values.length - 1 : (int) position;
    double share = position - (position < 0 ? -1 : left);
    int right = left + 1 < values.length ? left + 1 : 0;
    return share == 0 ? values[left] : values[left] * (1 - share) + values[right] * share;
  }
}
