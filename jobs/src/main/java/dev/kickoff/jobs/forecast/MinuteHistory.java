package dev.kickoff.jobs.forecast;

import dev.kickoff.jobs.forecast.edge.MinuteRow;
import dev.kickoff.model.demand.DemandSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.TreeSet;
import org.apache.flink.api.common.state.MapState;

/** What is known of one service's demand, minute by minute, kept in state by days. */
final class MinuteHistory {
  /** How far back it reaches; more than any method learns from. */
  static final Duration REACH = Duration.ofDays(60);

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long MINUTE_MILLIS = MINUTE.toMillis();
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  private final MapState<Long, DayChunk> days;

  /**
   * The minutes of one day (UTC), as they are kept.
   *
   * @param values requests per minute by minute of the day; without meaning where none is known
   * @param present which minutes are known, 64 to a word, the first in the lowest bit
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

  MinuteHistory(MapState<Long, DayChunk> days) {
    this.days = days;
  }

  /** Takes in a minute; a later revision replaces an earlier one. */
  void put(MinuteRow row) throws Exception {
    long day = Math.floorDiv(row.minuteMillis(), DAY_MILLIS);
    DayChunk known = days.get(day);
    DayChunk chunk = known == null ? DayChunk.empty() : known;
    chunk.set((int) ((row.minuteMillis() - day * DAY_MILLIS) / MINUTE_MILLIS), row.value());
    days.put(day, chunk);
  }

  /** Forgets the days that ended {@link #REACH} before {@code now}. */
  void forgetBefore(Instant now) throws Exception {
    long oldest = Math.floorDiv(now.minus(REACH).toEpochMilli(), DAY_MILLIS);
    for (Iterator<Long> day = days.keys().iterator(); day.hasNext(); ) {
      if (day.next() < oldest) {
        day.remove();
      }
    }
  }

  /** The minutes before {@code cutoff}, from the first that is known up to the cutoff. */
  DemandSeries before(Instant cutoff) throws Exception {
    TreeSet<Long> known = new TreeSet<>();
    days.keys().forEach(known::add);
    DemandSeries.Builder series = null;
    for (Long day : known) {
      DayChunk chunk = days.get(day);
      for (int i = 0; i < DayChunk.MINUTES; i++) {
        Instant at = Instant.ofEpochMilli(day * DAY_MILLIS + i * MINUTE_MILLIS);
        if (chunk.isPresent(i) && at.isBefore(cutoff)) {
          series = series == null ? DemandSeries.builder(at, MINUTE) : series;
          series.set(at, chunk.values()[i]);
        }
      }
    }
    return series == null ? DemandSeries.empty(cutoff, MINUTE) : series.extendTo(cutoff).build();
  }
}
