package dev.kickoff.jobs.forecast;

import java.util.BitSet;

/**
 * The minutes of one day (UTC) of one service, in the state of the forecasts.
 *
 * @param values requests per minute by minute of the day; without meaning where none is known
 * @param present which minutes are known, as the words of a {@link BitSet}
 */
public record DayChunk(double[] values, long[] present) {
  static final int MINUTES = 24 * 60;

  static DayChunk empty() {
    return new DayChunk(new double[MINUTES], new long[(MINUTES + Long.SIZE - 1) / Long.SIZE]);
  }

  void set(int minute, double value) {
    values[minute] = value;
    present[minute / Long.SIZE] |= 1L << minute;
  }

  boolean isPresent(int minute) {
    return (present[minute / Long.SIZE] & 1L << minute) != 0;
  }
}
