package dev.kickoff.model.forecast.event;

import dev.kickoff.model.calendar.Event;
import java.util.BitSet;

/**
 * A value for each slot of time around an event's start; absent where nothing is known.
 *
 * <p>From three hours before a kick-off to six after it in slots of five minutes, from six hours
 * before a whole day to six after it by the hour, and from an hour before a release to 48 after it
 * by the hour; slots are never shorter than steps.
 */
public final class PhaseCurve {
  private static final long MINUTE_MILLIS = 60_000L;
  private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;

  private final long startMillis;
  private final long slotMillis;
  private final double[] values;
  private final BitSet known;

  private PhaseCurve(long startMillis, long slotMillis, int size) {
    this.startMillis = startMillis;
    this.slotMillis = slotMillis;
    this.values = new double[size];
    this.known = new BitSet(size);
  }

  /** Nothing known yet, around this event. */
  static PhaseCurve of(Event event, long stepMillis) {
    if (Releases.include(event)) {
      return of(event, -1, (int) (ReleaseKind.UNTIL_MILLIS / HOUR_MILLIS), slot(stepMillis, 60));
    }
    return event.isAllDay()
        ? of(event, -6, 30, slot(stepMillis, 60))
        : of(event, -3, 6, slot(stepMillis, 5));
  }

  private static PhaseCurve of(Event event, int fromHour, int untilHour, long slotMillis) {
    long start = event.start().toEpochMilli() + fromHour * HOUR_MILLIS;
    int size = (int) ((untilHour - fromHour) * HOUR_MILLIS / slotMillis);
    return new PhaseCurve(start, slotMillis, size);
  }

  private static long slot(long stepMillis, int leastMinutes) {
    return Math.max(stepMillis, leastMinutes * MINUTE_MILLIS);
  }

  int size() {
    return values.length;
  }

  /** Start of slot {@code s}. */
  long millisAt(int s) {
    return startMillis + s * slotMillis;
  }

  void set(int s, double value) {
    values[s] = value;
    known.set(s);
  }

  boolean isKnown(int s) {
    return known.get(s);
  }

  double value(int s) {
    return s >= 0 && s < values.length ? values[s] : 0;
  }

  /** Whether the instant lies within the slots. */
  public boolean covers(long millis) {
    double position = position(millis);
    return position > -1 && position < values.length;
  }

  /** At an instant, linear between the middles of the slots; 0 outside. */
  public double at(long millis) {
    double position = position(millis);
    int left = (int) Math.floor(position);
    double share = position - left;
    return (1 - share) * value(left) + share * value(left + 1);
  }

  private double position(long millis) {
    return (millis - startMillis) / (double) slotMillis - 0.5;
  }
}
