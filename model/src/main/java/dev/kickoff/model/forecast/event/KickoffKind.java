package dev.kickoff.model.forecast.event;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.forecast.smile.Penalties;

/**
 * Events of one category that are shorter than a day: a lift by time from kick-off.
 *
 * <p>Terms are hats (linear from 0 to 1 and back) a quarter of an hour apart, or a step apart where
 * steps are longer, from three hours before kick-off to six after. Neighbouring hats are held
 * alike; how tall they are costs little, since lifts are often severalfold.
 */
final class KickoffKind implements EventKind {
  private static final long MINUTE_MILLIS = 60_000L;
  private static final long FROM_MILLIS = -180 * MINUTE_MILLIS;
  private static final long UNTIL_MILLIS = 360 * MINUTE_MILLIS;
  private static final long APART_MILLIS = 15 * MINUTE_MILLIS;
  private static final double HEIGHT_HOURS = 0.02;
  private static final double STEP_HOURS = 0.1;

  private final String category;
  private final long apartMillis;
  private final int size;

  KickoffKind(String category, long stepMillis) {
    this.category = category;
    this.apartMillis = apartMillis(stepMillis);
    this.size = (int) ((UNTIL_MILLIS - FROM_MILLIS) / apartMillis) + 1;
  }

  private static long apartMillis(long stepMillis) {
    return Math.max(APART_MILLIS, stepMillis);
  }

  /** How long before a kick-off the first hat begins. */
  static long reachBeforeMillis(long stepMillis) {
    return apartMillis(stepMillis) - FROM_MILLIS;
  }

  /** How long after a kick-off the last hat has ended. */
  static long reachAfterMillis(long stepMillis) {
    return apartMillis(stepMillis) + UNTIL_MILLIS;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean covers(Event event) {
    return !event.isAllDay() && event.category().equals(category);
  }

  @Override
  public boolean fill(Event event, long millis, Slice terms) {
    double position = (millis - event.start().toEpochMilli() - FROM_MILLIS) / (double) apartMillis;
    if (position <= -1 || position >= size) {
      return false;
    }
    int left = (int) Math.floor(position);
    double share = position - left;
    if (left >= 0) {
      terms.raise(left, 1 - share);
    }
    if (left + 1 < size) {
      terms.raise(left + 1, share);
    }
    return true;
  }

  @Override
  public void charge(Penalties penalties, int first, double scale) {
    for (int i = 0; i < size; i++) {
      penalties.size(first + i, scale * HEIGHT_HOURS);
      if (i > 0) {
        penalties.step(first + i - 1, scale * STEP_HOURS);
      }
    }
    penalties.size(first, scale * STEP_HOURS);
    penalties.size(first + size - 1, scale * STEP_HOURS);
  }
}
