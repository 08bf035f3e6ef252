package dev.kickoff.jobs.forecast;

import dev.kickoff.jobs.forecast.edge.MinuteRow;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.MinuteCode;
import dev.kickoff.model.forecast.ForecastDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.flink.api.common.state.MapState;

/**
 * What is known of one service's demand, minute by minute, kept in state by days as {@link
 * MinuteCode codes}.
 *
 * <p>An heir's has its ancestor's minutes beside its own, each day in only one of the two or cut
 * where its own begin: a day more at most.
 */
final class MinuteHistory {
  /** How far back it reaches: as far as is learnt from, and the day of learning. */
  static final Duration REACH = ForecastDesk.FINE_REACH.plusDays(1);

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long MINUTE_MILLIS = MINUTE.toMillis();
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  private final MapState<Long, DayChunk> days;
  private final MapState<Long, DayChunk> inherited;

  /**
   * The minutes of one day (UTC), as they are kept: 2,880 bytes.
   *
   * @param codes of {@link MinuteCode}, by minute of the day
   */
  public record DayChunk(char[] codes) {
    static final int MINUTES = 24 * 60;

    static DayChunk empty() {
      char[] codes = new char[MINUTES];
      Arrays.fill(codes, MinuteCode.GAP);
      return new DayChunk(codes);
    }

    /** Before which minute of the day nothing is known; {@link #MINUTES} for an empty day. */
    int firstKnown() {
      int minute = 0;
      while (minute < MINUTES && codes[minute] == MinuteCode.GAP) {
        minute++;
      }
      return minute;
    }
  }

  MinuteHistory(MapState<Long, DayChunk> days, MapState<Long, DayChunk> inherited) {
    this.days = days;
    this.inherited = inherited;
  }

  /**
   * Takes in a minute; a later revision replaces an earlier one. An inherited one that does not lie
   * before every own minute is left out.
   */
  void put(MinuteRow row) throws Exception {
    if (!row.inherited()) {
      put(row, days);
    } else if (row.minuteMillis() < firstMillis(days)) {
      put(row, inherited);
    }
  }

  private static void put(MinuteRow row, MapState<Long, DayChunk> days) throws Exception {
    long day = Math.floorDiv(row.minuteMillis(), DAY_MILLIS);
    DayChunk known = days.get(day);
    DayChunk chunk = known == null ? DayChunk.empty() : known;
    int minute = (int) ((row.minuteMillis() - day * DAY_MILLIS) / MINUTE_MILLIS);
    chunk.codes()[minute] = MinuteCode.of(row.value());
    days.put(day, chunk);
  }

  /** The first known minute; {@code Long.MAX_VALUE} where none is. */
  private static long firstMillis(MapState<Long, DayChunk> days) throws Exception {
    long first = Long.MAX_VALUE;
    for (Long day : days.keys()) {
      first = Math.min(first, day);
    }
    return first == Long.MAX_VALUE
        ? first
        : first * DAY_MILLIS + days.get(first).firstKnown() * MINUTE_MILLIS;
  }

  /** Forgets the days that ended {@link #REACH} before {@code now}. */
  void forgetBefore(Instant now) throws Exception {
    long oldest = Math.floorDiv(now.minus(REACH).toEpochMilli(), DAY_MILLIS);
    forgetBefore(oldest, days);
    forgetBefore(oldest, inherited);
  }

  private static void forgetBefore(long oldest, MapState<Long, DayChunk> days) throws Exception {
    for (Iterator<Long> day = days.keys().iterator(); day.hasNext(); ) {
      if (day.next() < oldest) {
        day.remove();
      }
    }
  }

  /** The minutes before {@code cutoff}, from the first that is known up to the cutoff. */
  DemandSeries before(Instant cutoff) throws Exception {
    return before(cutoff, days);
  }

  /** The inherited minutes before {@code cutoff} and before the first own one. */
  DemandSeries inheritedBefore(Instant cutoff) throws Exception {
    long until = Math.min(cutoff.toEpochMilli(), firstMillis(days));
    return before(Instant.ofEpochMilli(until), inherited);
  }

  private static DemandSeries before(Instant cutoff, MapState<Long, DayChunk> days)
      throws Exception {
    long first = firstMillis(days);
    if (first >= cutoff.toEpochMilli()) {
      return DemandSeries.empty(cutoff, MINUTE);
    }
    DemandSeries.Builder series = DemandSeries.builder(Instant.ofEpochMilli(first), MINUTE);
    series.extendTo(cutoff);
    int until = (int) -Math.floorDiv(first - cutoff.toEpochMilli(), MINUTE_MILLIS);
    for (Long day : days.keys()) {
      int before = (int) ((day * DAY_MILLIS - first) / MINUTE_MILLIS);
      take(days.get(day).codes(), before, until, series);
    }
    return series.build();
  }

  /** Takes in the known minutes of a day, run by run: histories are long and gaps are rare. */
  private static void take(char[] codes, int before, int until, DemandSeries.Builder series) {
    double[] run = new double[codes.length];
    int count = 0;
    int end = Math.min(codes.length, until - before);
    for (int i = Math.max(0, -before); i < end; i++) {
      if (codes[i] != MinuteCode.GAP) {
        run[count++] = MinuteCode.value(codes[i]);
      }
      if (count > 0 && (codes[i] == MinuteCode.GAP || i + 1 == end)) {
        int last = codes[i] == MinuteCode.GAP ? i : i + 1;
        series.set(before + last - count, run, count);
        count = 0;
      }
    }
  }
}
