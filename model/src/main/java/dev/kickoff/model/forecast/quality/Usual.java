package dev.kickoff.model.forecast.quality;

import dev.kickoff.model.forecast.track.LocalClock;
import java.util.BitSet;
import java.util.OptionalDouble;

/**
 * What is usual at a time of the day and week, read from the same time of recent weeks and days.
 *
 * <p>The median of up to four earlier weeks; with fewer than two of them, of the weeks and up to
 * four earlier days. Slots that are hidden are not looked at.
 */
final class Usual {
  private static final int WEEK = 7;
  private static final int WEEKS = 4;
  private static final int DAYS = 4;
  private static final int LEAST = 2;
  private static final int REACH_DAYS = WEEKS * WEEK;
  private static final int TYPICAL_STRIDE = 7;
  private static final double UNIT_SHARE = 0.1;
  private static final int LEVEL_MINUTES = 120;
  private static final int LEAST_LEVEL = 6;

  private final Slots slots;
  private final BitSet hidden;
  private final int perDay;
  private int unitAnchor = -1;
  private OptionalDouble unit = OptionalDouble.empty();
  private final Median few = new Median(WEEKS + DAYS);

  /**
   * @param hidden slots that count as gaps; may grow
   */
  Usual(Slots slots, BitSet hidden) {
    this.slots = slots;
    this.hidden = hidden;
    this.perDay = slots.count(LocalClock.DAY_MILLIS / 60_000, 1);
  }

  /**
   * The slots at this time of day on the days that the usual is read from: four weeks and four days
   * back; some may lie before the history.
   */
  int[] precedents(int slot) {
    int[] precedents = new int[WEEKS + DAYS];
    for (int i = 0; i < precedents.length; i++) {
      int days = i < WEEKS ? WEEK * (i + 1) : i - WEEKS + 1;
      precedents[i] = slots.daysEarlier(slot, days);
    }
    return precedents;
  }

  boolean isSeen(int slot) {
    return slots.has(slot) && !hidden.get(slot);
  }

  /** Usual demand at a slot; empty where fewer than two earlier values are known. */
  OptionalDouble at(int slot) {
    few.clear();
    for (int week = 1; week <= WEEKS; week++) {
      add(slots.daysEarlier(slot, WEEK * week));
    }
    if (few.count() < LEAST) {
      for (int day = 1; day <= DAYS; day++) {
        add(slots.daysEarlier(slot, day));
      }
    }
    return few.count() < LEAST ? OptionalDouble.empty() : OptionalDouble.of(few.get());
  }

  private void add(int slot) {
    if (slot >= 0 && isSeen(slot)) {
      few.add(slots.at(slot));
    }
  }

  /**
   * The demand at which the scale of logarithms turns linear: a tenth of the median of the four
   * weeks before, renewed once a day; empty where nothing above zero is known.
   */
  OptionalDouble unit(int slot) {
    int anchor = slot - slot % perDay;
    if (anchor != unitAnchor) {
      unit = medianUnit(anchor == 0 ? slot : anchor);
      unitAnchor = anchor == 0 ? -1 : anchor;
    }
    return unit;
  }

  private OptionalDouble medianUnit(int slot) {
    int first = Math.max(0, slots.daysEarlier(slot, REACH_DAYS));
    Median median = new Median((slot - first) / TYPICAL_STRIDE + 1);
    for (int i = first; i < slot; i += TYPICAL_STRIDE) {
      if (isSeen(i) && slots.at(i) > 0) {
        median.add(slots.at(i));
      }
    }
    return median.count() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(UNIT_SHARE * median.get());
  }

  /** By which factor demand lately lay above the usual; 1 where that cannot be said. */
  double level(int slot) {
    int reach = slots.count(LEVEL_MINUTES, LEAST_LEVEL);
    Median ratios = new Median(reach);
    for (int i = slot - reach; i < slot; i++) {
      if (i >= 0 && isSeen(i)) {
        OptionalDouble usual = at(i);
        if (usual.isPresent() && usual.getAsDouble() > 0) {
          ratios.add(slots.at(i) / usual.getAsDouble());
        }
      }
    }
    return ratios.count() < LEAST ? 1 : ratios.get();
  }
}
