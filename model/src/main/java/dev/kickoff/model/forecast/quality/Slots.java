package dev.kickoff.model.forecast.quality;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.track.LocalClock;
import java.util.BitSet;
import java.util.OptionalDouble;

/**
 * A history in slots of five minutes, or of its own step where that is longer; each is computed
 * when it is first asked for.
 *
 * <p>Slots are aligned to the epoch. One with under {@link DemandSeries#MIN_SHARE} of its samples
 * is a gap.
 */
final class Slots {
  private static final long LEAST_MILLIS = 300_000L;

  private final DemandSeries series;
  private final LocalClock clock;
  private final long slotMillis;
  private final long startMillis;
  private final int per;
  private final int offset;
  private final int size;
  private final double[] means;
  private final BitSet computed;
  private final BitSet known;

  Slots(DemandSeries series, LocalClock clock) {
    long step = series.step().toMillis();
    this.series = series;
    this.clock = clock;
    this.per = (int) Math.max(1, (LEAST_MILLIS + step - 1) / step);
    this.slotMillis = step * per;
    long first = series.start().toEpochMilli();
    this.startMillis = per == 1 ? first : Math.floorDiv(first, slotMillis) * slotMillis;
    this.offset = (int) ((startMillis - first) / step);
    this.size = Math.max(0, (series.size() - offset) / per);
    this.means = new double[size];
    this.computed = new BitSet(size);
    this.known = new BitSet(size);
  }

  int size() {
    return size;
  }

  long slotMillis() {
    return slotMillis;
  }

  long millisAt(int slot) {
    return startMillis + slot * slotMillis;
  }

  /** The slot that covers an instant, also outside the history. */
  int indexOf(long millis) {
    return (int) Math.floorDiv(millis - startMillis, slotMillis);
  }

  /** How many slots there are in so many minutes, at least {@code least}. */
  int count(long minutes, int least) {
    return (int) Math.max(least, minutes * 60_000L / slotMillis);
  }

  /** The same time of day so many local days earlier; may lie before the history. */
  int daysEarlier(int slot, int days) {
    return indexOf(clock.daysEarlier(millisAt(slot), days));
  }

  boolean has(int slot) {
    if (slot < 0 || slot >= size) {
      return false;
    }
    if (!computed.get(slot)) {
      compute(slot);
    }
    return known.get(slot);
  }

  /** Mean demand of a slot that {@linkplain #has is known}. */
  double at(int slot) {
    return means[slot];
  }

  private void compute(int slot) {
    OptionalDouble mean = series.mean(offset + slot * per, per);
    computed.set(slot);
    if (mean.isPresent()) {
      means[slot] = mean.getAsDouble();
      known.set(slot);
    }
  }
}
