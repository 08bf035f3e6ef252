package dev.kickoff.model.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An even history of demand: one value a step, and a gap where nothing is known.
 *
 * <p>Immutable. Steps are half-open, step {@code i} covers [{@code start + i*step}, {@code start +
 * (i+1)*step}). A gap is absent and never zero: asking for its value throws.
 */
public final class DemandSeries {
  /** A step built from fewer than this share of its samples is a gap. */
  public static final double MIN_SHARE = 0.8;

  private static final long MIXER = 0x9E3779B97F4A7C15L;

  private final long startMillis;
  private final long stepMillis;
  private final int size;

  /** Zero in gaps. */
  private final double[] values;

  private final BitSet present;
  private final int firstGap;

  private DemandSeries(
      long startMillis, long stepMillis, int size, double[] values, BitSet present) {
    this.startMillis = startMillis;
    this.stepMillis = stepMillis;
    this.size = size;
    this.values = values;
    this.present = present;
    this.firstGap = present.nextClearBit(0);
  }

  /** A series without any step. */
  public static DemandSeries empty(Instant start, Duration step) {
    return builder(start, step).build();
  }

  /** A builder whose first step begins at {@code start}. */
  public static Builder builder(Instant start, Duration step) {
    return new Builder(start.toEpochMilli(), step.toMillis());
  }

  /** Start of the first step. */
  public Instant start() {
    return Instant.ofEpochMilli(startMillis);
  }

  /** End, exclusive, of the last step. */
  public Instant until() {
    return timeAt(size);
  }

  /** The length of each step. */
  public Duration step() {
    return Duration.ofMillis(stepMillis);
  }

  /** How many steps there are, gaps included. */
  public int size() {
    return size;
  }

  /** How many steps have a value. */
  public int known() {
    return present.get(0, size).cardinality();
  }

  /** Whether step {@code i} has a value; false outside the series. */
  public boolean isPresent(int i) {
    return i >= 0 && i < size && present.get(i);
  }

  /**
   * The value of step {@code i}.
   *
   * @throws IllegalStateException in a gap or outside the series
   */
  public double value(int i) {
    if (!isPresent(i)) {
      throw new IllegalStateException("no demand is known at " + timeAt(i));
    }
    return values[i];
  }

  /** Start of step {@code i}, also outside the series. */
  public Instant timeAt(int i) {
    return Instant.ofEpochMilli(startMillis + i * stepMillis);
  }

  /** Index of the step that covers {@code at}; negative or {@code >= size()} outside the series. */
  public int indexOf(Instant at) {
    return (int) Math.floorDiv(at.toEpochMilli() - startMillis, stepMillis);
  }

  /** The value of the step that covers {@code at}; empty in a gap and outside the series. */
  public OptionalDouble at(Instant at) {
    int i = indexOf(at);
    return isPresent(i) ? OptionalDouble.of(values[i]) : OptionalDouble.empty();
  }

  /** A number that differs, almost surely, where steps {@code from} to {@code until} differ. */
  public long digest(int from, int until) {
    long a = until - from;
    long b = 1;
    long c = 2;
    int i = from;
    for (; i + 3 <= until; i += 3) {
      a = mixed(a, values[i]);
      b = mixed(b, values[i + 1]);
      c = mixed(c, values[i + 2]);
    }
    for (; i < until; i++) {
      a = mixed(a, values[i]);
    }
    long hash = (a * MIXER + b) * MIXER + c;
    int first = Math.max(from, firstGap);
    for (int gap = present.nextClearBit(first); gap < until; gap = present.nextClearBit(gap + 1)) {
      hash = hash * MIXER + gap - from;
    }
    return hash;
  }

  private static long mixed(long lane, double value) {
    return lane * MIXER + Double.doubleToRawLongBits(value);
  }

  /**
   * The mean of {@code count} steps from {@code from} on, gaps left out; empty where fewer than
   * {@link #MIN_SHARE} of them are known, or none.
   */
  public OptionalDouble mean(int from, int count) {
    int until = Math.min(size, from + count);
    int first = Math.max(0, from);
    double total = 0;
    for (int i = first; i < until; i++) {
      total += values[i];
    }
    int known = Math.max(0, until - first);
    for (int i = Math.max(first, firstGap); i < until; i++) {
      known -= present.get(i) ? 0 : 1;
    }
    return known > 0 && known >= MIN_SHARE * count
        ? OptionalDouble.of(total / known)
        : OptionalDouble.empty();
  }

  /** Start of the last step that has a value; empty when none has. */
  public Optional<Instant> lastKnown() {
    int i = size == 0 ? -1 : present.previousSetBit(size - 1);
    return i < 0 ? Optional.empty() : Optional.of(timeAt(i));
  }

  /** Index of the first step that has a value; {@link #size()} when none has. */
  public int firstKnown() {
    int i = present.nextSetBit(0);
    return i < 0 ? size : Math.min(i, size);
  }

  /** The steps that start before {@code cutoff}; shares this series' memory. */
  public DemandSeries before(Instant cutoff) {
    int until = stepsBefore(cutoff);
    return until == size ? this : new DemandSeries(startMillis, stepMillis, until, values, present);
  }

  /** The steps that start at or after {@code from}. */
  public DemandSeries from(Instant from) {
    int first = stepsBefore(from);
    double[] part = Arrays.copyOfRange(values, first, size);
    return new DemandSeries(
        startMillis + first * stepMillis, stepMillis, size - first, part, present.get(first, size));
  }

  /** This series with the given steps turned into gaps. */
  public DemandSeries without(BitSet steps) {
    double[] left = values.clone();
    BitSet kept = (BitSet) present.clone();
    for (int i = steps.nextSetBit(0); i >= 0 && i < size; i = steps.nextSetBit(i + 1)) {
      left[i] = 0;
      kept.clear(i);
    }
    return new DemandSeries(startMillis, stepMillis, size, left, kept);
  }

  private int stepsBefore(Instant instant) {
    long steps = -Math.floorDiv(startMillis - instant.toEpochMilli(), stepMillis);
    return (int) Math.max(0, Math.min(size, steps));
  }

  /**
   * This series in coarser steps aligned to the epoch: the mean of each step's samples, or their
   * sum. A step with under {@link #MIN_SHARE} of its samples is a gap.
   *
   * @param coarser a multiple of {@link #step()}, or equal to it (then this series is returned)
   * @throws IllegalArgumentException when {@code coarser} is not a multiple of the step
   */
  public DemandSeries resample(Duration coarser, boolean sum) {
    long target = coarser.toMillis();
    if (target == stepMillis) {
      return this;
    }
    if (target < stepMillis || target % stepMillis != 0) {
      throw new IllegalArgumentException(
          "resolution " + coarser + " must be a multiple of the series' own " + step());
    }
    Builder out = new Builder(Math.floorDiv(startMillis, target) * target, target);
    double needed = MIN_SHARE * target / stepMillis;
    int i = 0;
    while (i < size) {
      long bucket = Math.floorDiv(startMillis + i * stepMillis, target);
      double total = 0;
      int count = 0;
      for (; i < size && Math.floorDiv(startMillis + i * stepMillis, target) == bucket; i++) {
        if (present.get(i)) {
          total += values[i];
          count++;
        }
      }
      if (count > 0 && count >= needed) {
        out.set(Instant.ofEpochMilli(bucket * target), sum ? total : total / count);
      }
    }
    return out.build();
  }

  /** Collects values in any order; the last value set for a step stands. */
  public static final class Builder {
    private final long startMillis;
    private final long stepMillis;
    private double[] values = new double[64];
    private final BitSet present = new BitSet();
    private int size;

    private Builder(long startMillis, long stepMillis) {
      if (stepMillis <= 0) {
        throw new IllegalArgumentException("a step must be longer than zero");
      }
      this.startMillis = startMillis;
      this.stepMillis = stepMillis;
    }

    /**
     * Sets the value of the step that covers {@code at}.
     *
     * @throws IllegalArgumentException before the start, or when the value is not finite
     */
    public Builder set(Instant at, double value) {
      long i = Math.floorDiv(at.toEpochMilli() - startMillis, stepMillis);
      if (i < 0 || !Double.isFinite(value)) {
        throw new IllegalArgumentException("cannot set " + value + " at " + at);
      }
      return set((int) i, value);
    }

    /** Sets the value, which is finite, of the step with this index, 0 or more. */
    public Builder set(int step, double value) {
      extendTo(step + 1);
      values[step] = value;
      present.set(step);
      return this;
    }

    /** Sets the first {@code count} of some values, which are finite, from step {@code step} on. */
    public Builder set(int step, double[] some, int count) {
      extendTo(step + count);
      System.arraycopy(some, 0, values, step, count);
      present.set(step, step + count);
      return this;
    }

    /** Makes the series reach {@code until} at least; steps without a value are gaps. */
    public Builder extendTo(Instant until) {
      extendTo((int) Math.floorDiv(until.toEpochMilli() - startMillis, stepMillis));
      return this;
    }

    private void extendTo(int steps) {
      if (steps > values.length) {
        values = Arrays.copyOf(values, Math.max(steps, values.length * 2));
      }
      size = Math.max(size, steps);
    }

    public DemandSeries build() {
      double[] exact = Arrays.copyOf(values, size);
      return new DemandSeries(startMillis, stepMillis, size, exact, (BitSet) present.clone());
    }
  }
}
