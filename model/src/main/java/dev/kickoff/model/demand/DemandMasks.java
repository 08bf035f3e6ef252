package dev.kickoff.model.demand;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The masks of one series, in order of time; they may overlap.
 *
 * @param all sorted by start
 */
public record DemandMasks(List<DemandMask> all) implements Serializable {
  private static final DemandMasks NONE = new DemandMasks(List.of());

  public DemandMasks {
    List<DemandMask> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(DemandMask::from).thenComparing(DemandMask::until));
    all = List.copyOf(sorted);
  }

  public static DemandMasks none() {
    return NONE;
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Those that were known at {@code instant}. */
  public DemandMasks asKnownAt(Instant instant) {
    if (all.stream().allMatch(mask -> !mask.knownAt().isAfter(instant))) {
      return this;
    }
    return new DemandMasks(all.stream().filter(mask -> !mask.knownAt().isAfter(instant)).toList());
  }

  /** These and others. */
  public DemandMasks and(DemandMasks others) {
    if (others.isEmpty()) {
      return this;
    }
    List<DemandMask> both = new ArrayList<>(all);
    both.addAll(others.all);
    return new DemandMasks(both);
  }

  /** The steps of {@code series} that a mask hides, wholly or in part. */
  public BitSet stepsOf(DemandSeries series) {
    BitSet steps = new BitSet();
    for (DemandMask mask : all) {
      int from = Math.max(0, series.indexOf(mask.from()));
      int until = Math.min(series.size(), series.indexOf(mask.until().minusMillis(1)) + 1);
      if (mask.hides() && from < until) {
        steps.set(from, until);
      }
    }
    return steps;
  }

  /** The series with every hidden step a gap; the same series where nothing is hidden. */
  public DemandSeries hide(DemandSeries series) {
    BitSet steps = stepsOf(series);
    return steps.isEmpty() ? series : series.without(steps);
  }
}
