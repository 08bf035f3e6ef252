package dev.kickoff.model.forecast.track;

import java.util.OptionalDouble;

/**
 * What demand lately lay above its shape, read in eight ways before a cutoff.
 *
 * <p>Log units. The readings are, in this order: the mean of the last five minutes, half hour,
 * three hours, day and week; the rest at the target's time of day on the last day that has it, its
 * mean over seven days, and a week before. A reading that falls into a gap is replaced by the next
 * longer mean.
 */
public final class RecentRest {
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
  private static final long SMOOTH_MINUTES = 10;
  private static final int DAYS = 7;

  private final Span span;
  private final LocalClock clock;
  private final RunningMean rest;
  private final int smooth;
  private final Fresh fresh;

  /** What the very last sample before a cutoff lies above the shape. */
  public interface Fresh {
    OptionalDouble at(int cutoff);
  }

  /**
   * @param curve the shape's logs on the track's span
   * @param limit what lies further from the shape than this counts as so far
   */
  public RecentRest(LogTrack track, double[] curve, LocalClock clock, double limit, Fresh fresh) {
    this.fresh = fresh;
    this.span = track.span();
    this.clock = clock;
    this.rest = new RunningMean(track, curve, limit);
    this.smooth = (int) (SMOOTH_MINUTES * MINUTE_MILLIS / span.stepMillis());
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
    readings[7] = fresh.at(cutoff).orElse(readings[0]);
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
    double[] readings = atCutoff.clone();
    long cutoffMillis = span.millisAt(cutoff);
    long ahead = targetMillis - cutoffMillis;
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
    double daily = days > 0 ? sum / days : readings[6];
    int week = DAYS * ((int) (ahead / LocalClock.WEEK_MILLIS) + 1);
    readings[SAME_TIME_DAY] = latest.orElse(daily);
    readings[9] = daily;
    readings[SAME_TIME_WEEK] = around(clock.daysEarlier(targetMillis, week), cutoff).orElse(daily);
    return readings;
  }

  private OptionalDouble around(long millis, int cutoff) {
    int i = (int) Math.floorDiv(millis - span.startMillis(), span.stepMillis());
    return rest.mean(i - smooth, Math.min(cutoff, i + smooth + 1));
  }
}
