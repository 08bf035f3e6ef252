package dev.kickoff.model.forecast.rehearsal;

/** Horizon buckets: within one, recent demand says equally much and errors are alike. */
public final class Horizons {
  private static final long MINUTE_MILLIS = 60_000L;
  private static final long MOST_MINUTES = 366 * 1440;
  private static final long[] ENDS_MINUTES = {
    5, 15, 30, 60, 120, 240, 480, 960, 1440, 2160, 2880, Long.MAX_VALUE / MINUTE_MILLIS
  };

  private Horizons() {}

  public static int count() {
    return ENDS_MINUTES.length;
  }

  /** The bucket of a step that starts {@code aheadMillis} after the cutoff. */
  public static int bucket(long aheadMillis) {
    int b = 0;
    while (aheadMillis >= ENDS_MINUTES[b] * MINUTE_MILLIS) {
      b++;
    }
    return b;
  }

  /** The nearest horizon of a bucket, minutes. */
  public static long fromMinutes(int bucket) {
    return fromMillis(bucket) / MINUTE_MILLIS;
  }

  /** The farthest horizon of a bucket, exclusive, minutes; a year for the last. */
  public static long untilMinutes(int bucket) {
    return Math.min(MOST_MINUTES, ENDS_MINUTES[bucket]);
  }

  public static long fromMillis(int bucket) {
    return bucket == 0 ? 0 : ENDS_MINUTES[bucket - 1] * MINUTE_MILLIS;
  }

  /** The end, exclusive, of a bucket, where forecasts reach no further than {@code horizon}. */
  public static long untilMillis(int bucket, long horizonMillis) {
    return Math.min(horizonMillis, ENDS_MINUTES[bucket] * MINUTE_MILLIS);
  }
}
