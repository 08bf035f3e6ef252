package dev.kickoff.model.forecast.event;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.forecast.smile.Penalties;
import java.util.Arrays;

/**
 * Releases of one category: a lift by time from their start, fine at first and coarse later.
 *
 * <p>Terms are hats whose tops stand ever farther apart: an hour and a quarter of an hour before
 * the start, at the start, a quarter of an hour after it, and at twice the time each until 32
 * hours; the last has come down to nothing at 48 hours. Tops nearer to one another than a step are
 * left out. Neighbouring hats are held alike, as those of {@link KickoffKind} are.
 */
final class ReleaseKind implements EventKind {
  private static final long MINUTE_MILLIS = 60_000L;
  private static final long LEAD_MILLIS = 60 * MINUTE_MILLIS;
  private static final long APART_MILLIS = 15 * MINUTE_MILLIS;
  private static final long LAST_TOP_MILLIS = 32 * 60 * MINUTE_MILLIS;

  /** When the effect of a release is over, after its start. */
  static final long UNTIL_MILLIS = 48 * 60 * MINUTE_MILLIS;

  private static final double HEIGHT_HOURS = 0.02;
  private static final double STEP_HOURS = 0.1;

  private final String category;

  /** Foot of the first hat, tops of all, foot of the last; from the start of the release. */
  private final long[] knots;

  ReleaseKind(String category, long stepMillis) {
    this.category = category;
    this.knots = knots(stepMillis);
  }

  private static long[] knots(long stepMillis) {
    long lead = Math.max(LEAD_MILLIS, stepMillis);
    long[] knots = new long[16];
    int count = 0;
    knots[count++] = -2 * lead;
    knots[count++] = -lead;
    if (stepMillis <= APART_MILLIS) {
      knots[count++] = -APART_MILLIS;
    }
    knots[count++] = 0;
    for (long top = APART_MILLIS; top < LAST_TOP_MILLIS + 1; top *= 2) {
      if (top - knots[count - 1] >= stepMillis) {
        knots[count++] = top;
      }
    }
    knots[count++] = Math.max(UNTIL_MILLIS, knots[count - 2] + stepMillis);
    return Arrays.copyOf(knots, count);
  }

  /** How long before a release its first hat begins. */
  static long reachBeforeMillis(long stepMillis) {
    return 2 * Math.max(LEAD_MILLIS, stepMillis);
  }

  /** How long after a release its last hat has ended. */
  static long reachAfterMillis(long stepMillis) {
    return Math.max(UNTIL_MILLIS, LAST_TOP_MILLIS + stepMillis);
  }

  @Override
  public int size() {
    return knots.length - 2;
  }

  @Override
  public boolean covers(Event event) {
    return Releases.include(event) && event.category().equals(category);
  }

  @Override
  public boolean fill(Event event, long millis, Slice terms) {
    long since = millis - event.start().toEpochMilli();
    if (since <= knots[0] || since >= knots[knots.length - 1]) {
      return false;
    }
    int at = Arrays.binarySearch(knots, since);
    int left = at >= 0 ? at : -at - 2;
    double share = (since - knots[left]) / (double) (knots[left + 1] - knots[left]);
    if (left > 0) {
      terms.raise(left - 1, 1 - share);
    }
    if (left + 2 < knots.length) {
      terms.raise(left, share);
    }
    return true;
  }

  @Override
  public void charge(Penalties penalties, int first, double scale) {
    for (int i = 0; i < size(); i++) {
      penalties.size(first + i, scale * HEIGHT_HOURS);
      if (i > 0) {
        penalties.step(first + i - 1, scale * STEP_HOURS);
      }
    }
    penalties.size(first, scale * STEP_HOURS);
    penalties.size(first + size() - 1, scale * STEP_HOURS);
  }
}
