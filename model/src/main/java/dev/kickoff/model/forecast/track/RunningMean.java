package dev.kickoff.model.forecast.track;

import java.util.OptionalDouble;

/** Means of the known values of any stretch of an even track, in constant time. */
public final class RunningMean {
  private final double[] sums;
  private final int[] counts;

  /** Of the logs of the first {@code size} steps of a track. */
  public RunningMean(LogTrack track, int size) {
    sums = new double[size + 1];
    counts = new int[size + 1];
    for (int i = 0; i < size; i++) {
      boolean known = track.isKnown(i);
      sums[i + 1] = sums[i] + (known ? track.known(i) : 0);
      counts[i + 1] = counts[i] + (known ? 1 : 0);
    }
  }

  /** Of what the logs of a track lie above {@code curve}, held within {@code limit} of it. */
  public RunningMean(LogTrack track, double[] curve, double limit) {
    int size = track.span().size();
    sums = new double[size + 1];
    counts = new int[size + 1];
    for (int i = 0; i < size; i++) {
      boolean known = track.isKnown(i);
      double rest = known ? track.known(i) - curve[i] : 0;
      sums[i + 1] = sums[i] + (rest > limit ? limit : rest < -limit ? -limit : rest);
      counts[i + 1] = counts[i] + (known ? 1 : 0);
    }
  }

  /**
   * The mean of steps {@code from} to {@code until}, cut to the track; empty where all are gaps.
   */
  public OptionalDouble mean(int from, int until) {
    int a = Math.max(0, from);
    int b = Math.min(sums.length - 1, until);
    if (b <= a || counts[b] == counts[a]) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((sums[b] - sums[a]) / (counts[b] - counts[a]));
  }

  /** How many of the steps from {@code from} to {@code until} are known. */
  public int count(int from, int until) {
    int a = Math.max(0, from);
    int b = Math.min(sums.length - 1, until);
    return b <= a ? 0 : counts[b] - counts[a];
  }
}
