package dev.kickoff.model.forecast.track;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Local time in the zone that people live in, fast for the years that traces come from.
 *
 * <p>Weeks start on Monday at local midnight. Around a clock change a local hour is missing or
 * comes twice; both readings then count as that hour.
 */
public final class LocalClock {
  /** A day without a clock change, in milliseconds. */
  public static final long DAY_MILLIS = 86_400_000L;

  /** A week without a clock change, in milliseconds. */
  public static final long WEEK_MILLIS = 7 * DAY_MILLIS;

  private static final long MONDAY_SHIFT = 3 * DAY_MILLIS;
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2050-01-01T00:00:00Z");

  private final ZoneId zone;
  private final ZoneRules rules;
  private final long[] changes;
  private final long[] offsets;
  private final int[] changeBefore;

  public LocalClock(ZoneId zone) {
    this.zone = zone;
    this.rules = zone.getRules();
    List<Long> at = new ArrayList<>(List.of(FIRST.toEpochMilli()));
    List<Long> offset = new ArrayList<>(List.of(offsetByRules(FIRST)));
    ZoneOffsetTransition next = rules.nextTransition(FIRST);
    while (next != null && next.getInstant().isBefore(LAST)) {
      at.add(next.getInstant().toEpochMilli());
      offset.add(next.getOffsetAfter().getTotalSeconds() * 1000L);
      next = rules.nextTransition(next.getInstant());
    }
    at.add(LAST.toEpochMilli());
    this.changes = at.stream().mapToLong(Long::longValue).toArray();
    this.offsets = offset.stream().mapToLong(Long::longValue).toArray();
    this.changeBefore = changesBeforeWeeks(changes);
  }

  /** The zone. */
  public ZoneId zone() {
    return zone;
  }

  /** Local wall time as milliseconds since a local 1970-01-01T00:00. */
  public long localMillis(long millis) {
    return millis + offsetMillis(millis);
  }

  /** Milliseconds since the last local Monday, 00:00. */
  public long weekMillis(long millis) {
    return Math.floorMod(localMillis(millis) + MONDAY_SHIFT, WEEK_MILLIS);
  }

  /** Milliseconds since local midnight. */
  public long dayMillis(long millis) {
    return Math.floorMod(localMillis(millis), DAY_MILLIS);
  }

  /** The local day of the week. */
  public DayOfWeek dayOfWeek(long millis) {
    return DayOfWeek.of((int) (weekMillis(millis) / DAY_MILLIS) + 1);
  }

  /** The instant so many local days earlier, at the same wall time. */
  public long daysEarlier(long millis, int days) {
    long plain = millis - days * DAY_MILLIS;
    return plain + offsetMillis(millis) - offsetMillis(plain);
  }

  private long offsetMillis(long millis) {
    if (millis < changes[0] || millis >= changes[changes.length - 1]) {
      return offsetByRules(Instant.ofEpochMilli(millis));
    }
    int week = (int) ((millis - changes[0]) / WEEK_MILLIS);
    int i = changeBefore[week];
    return offsets[millis >= changes[i + 1] ? i + 1 : i];
  }

  /** For each week since the first change, the last change at or before its start. */
  private static int[] changesBeforeWeeks(long[] changes) {
    int[] before = new int[(int) ((changes[changes.length - 1] - changes[0]) / WEEK_MILLIS) + 1];
    int i = 0;
    for (int week = 0; week < before.length; week++) {
      while (changes[i + 1] <= changes[0] + week * WEEK_MILLIS && i + 2 < changes.length) {
        i++;
      }
      before[week] = i;
    }
    return before;
  }

  private long offsetByRules(Instant at) {
    return rules.getOffset(at).getTotalSeconds() * 1000L;
  }
}
