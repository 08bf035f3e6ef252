package dev.kickoff.model.forecast.track;

import java.util.OptionalDouble;

/**
 * What demand lately lay above its shape, read in eleven ways before a cutoff.
 *
 * <p>Log units. The readings are, in this order: the mean of the last 5, 15, 30 and 60 minutes,
 * three hours, day and week; the newest sample; the rest at the target's time of day, by blocks of
 * half an hour, on the last day that has it, its mean over seven days, and a week before. A reading
 * that falls into a gap is replaced by the next longer mean, the newest sample by the first.
 */
public final class RecentRest {
  /** What lies further from a shape than this, in log units, counts as so far. */
  public static final double LIMIT = 2.5;

  /** How many readings there are. */
  public static final int READINGS = 11;

  /** Reading: the last step. */
  public static final int LAST = 0;

  /** Reading: the same time of day, on the last day before the cutoff that has it. */
  public static final int SAME_TIME_DAY = 8;

  /** Reading: the same time of the week, in the last week before the cutoff that has it. */
  public static final int SAME_TIME_WEEK = 10;

  /** How much track before a cutoff the readings need. */
  public static final long REACH_MILLIS = 9 * LocalClock.DAY_MILLIS;

  /** How long the last level is remembered when nothing is known since. */
  private static final long PATIENCE_MILLIS = 2 * 3_600_000L;

  private static final long MINUTE_MILLIS = 60_000L;
  private static final long[] WINDOW_MINUTES = {5, 15, 30, 60, 180, 1440, 7 * 1440};
  private static final long BLOCK_MINUTES = 30;
  private static final int WEEK = 6;
  private static final int FRESH = 7;
  private static final int DAYS = 7;

  private final Span span;
  private final LocalClock clock;
  private final RunningMean rest;
  private final int block;
  private final long blockMillis;
  private double[] memo = new double[SAME_TIME_WEEK - SAME_TIME_DAY + 1];
  private int memoCutoff = -1;
  private long memoAhead;
  private final Fresh fresh;

  /** What the very last sample before a cutoff lies above the shape. */
  public interface Fresh {
    OptionalDouble at(int cutoff);
  }

  /**
   * @param curve the shape's logs on the track's span
   */
  public RecentRest(LogTrack track, double[] curve, LocalClock clock, Fresh fresh) {
    this.fresh = fresh;
    this.span = track.span();
    this.clock = clock;
    this.rest = new RunningMean(track, curve, LIMIT);
    this.block = block(span);
    this.blockMillis = block * span.stepMillis();
  }

  /** How many steps make a block of half an hour; earlier days are read by blocks. */
  public static int block(Span span) {
    return (int) Math.max(1, BLOCK_MINUTES * MINUTE_MILLIS / span.stepMillis());
  }

  /** The readings that depend on the cutoff alone; the others are left at zero. */
  public double[] at(int cutoff) {
    double[] readings = new double[READINGS];
    int end = lastKnownEnd(cutoff);
    double longer = rest.mean(0, end).orElse(0);
    for (int w = WINDOW_MINUTES.length - 1; w >= 0; w--) {
      int steps = (int) Math.max(1, WINDOW_MINUTES[w] * MINUTE_MILLIS / span.stepMillis());
      readings[w] = rest.mean(end - steps, end).orElse(longer);
      longer = readings[w];
    }
    readings[FRESH] = fresh.at(cutoff).orElse(readings[0]);
    return readings;
  }

  /** The end of the last known step, where that is less than {@link #PATIENCE_MILLIS} ago. */
  private int lastKnownEnd(int cutoff) {
    int first = cutoff - (int) (PATIENCE_MILLIS / span.stepMillis());
    int end = cutoff;
    while (end > first && rest.count(end - 1, end) == 0) {
      end--;
    }
    return end > first ? end : cutoff;
  }

  /** All readings for a target, given those {@code at} its cutoff. */
  public double[] toward(long targetMillis, int cutoff, double[] atCutoff) {
    long cutoffMillis = span.millisAt(cutoff);
    long ahead = Math.floorDiv(targetMillis - cutoffMillis, blockMillis);
    if (cutoff != memoCutoff || ahead != memoAhead) {
      memo = sameTime(cutoffMillis + ahead * blockMillis + blockMillis / 2, cutoff, atCutoff);
      memoCutoff = cutoff;
      memoAhead = ahead;
    }
    double[] readings = atCutoff.clone();
    System.arraycopy(memo, 0, readings, SAME_TIME_DAY, memo.length);
    return readings;
  }

  /** The readings at the target's time on earlier days: last day, seven days, last week. */
  private double[] sameTime(long targetMillis, int cutoff, double[] atCutoff) {
    long ahead = targetMillis - span.millisAt(cutoff);
    int firstDay = (int) (ahead / LocalClock.DAY_MILLIS) + 1;
    double sum = 0;
    int days = 0;
    OptionalDouble latest = OptionalDouble.empty();
    for (int day = firstDay; day < firstDay + DAYS; day++) {
      OptionalDouble there = around(clock.daysEarlier(targetMillis, day), cutoff);
      if (there.isPresent()) {
        sum += there.getAsDouble();
        days++;
        latest = latest.isPresent() ? latest : there;
      }
    }
    double daily = days > 0 ? sum / days : atCutoff[WEEK];
    int week = DAYS * ((int) (ahead / LocalClock.WEEK_MILLIS) + 1);
    return new double[] {
      latest.orElse(daily),
      daily,
      around(clock.daysEarlier(targetMillis, week), cutoff).orElse(daily)
    };
  }

  /** The mean of the block that covers an instant, blocks being counted back from the cutoff. */
  private OptionalDouble around(long millis, int cutoff) {
    int back = (int) Math.floorDiv(span.millisAt(cutoff) - millis, blockMillis);
    return rest.mean(cutoff - block * (back + 1), cutoff - block * back);
  }
}
