package dev.kickoff.model.forecast.method;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.shape.Shape;
import dev.kickoff.model.forecast.track.LogTrack;
import dev.kickoff.model.forecast.track.Span;
import java.time.Duration;
import java.time.Instant;

/**
 * Recognises, from demand alone, that an event began early or late.
 *
 * <p>The last 15 minutes are matched against the profile of the events around kick-off, moved by up
 * to 20 minutes either way at the level of the hour before: {@code mean((y(t) - base(t) - lift(t -
 * s) - c)^2)} over the window is least for the true shift {@code s}. A shift is believed when it
 * leaves a small part of what the announced start leaves, and that is more than noise. An event
 * that draws more people looks like one that began early, so an early start needs more proof.
 *
 * @param minutes how much later than announced; below zero when earlier; 0 when nothing shows
 */
record StartShift(int minutes) {
  private static final long MINUTE_MILLIS = 60_000L;
  private static final int MOST_MINUTES = 20;
  private static final long WINDOW_MILLIS = 15 * MINUTE_MILLIS;
  private static final long BEFORE_MILLIS = 60 * MINUTE_MILLIS;
  private static final long SINCE_MILLIS = 60 * MINUTE_MILLIS;
  private static final long UNTIL_MILLIS = 20 * MINUTE_MILLIS;
  private static final double LEAST_ERROR = 0.12;
  private static final double LATE_PART = 0.2;
  private static final double EARLY_PART = 0.05;

  /** Nothing shows. */
  static final StartShift NONE = new StartShift(0);

  /** Whether an event is near enough to its start at {@code now} for its shift to show. */
  static boolean concerns(Event event, Instant now) {
    long since = now.toEpochMilli() - event.start().toEpochMilli();
    return !event.isAllDay() && since > -UNTIL_MILLIS && since <= SINCE_MILLIS;
  }

  /**
   * The shift that shows at the end of {@code track}.
   *
   * @param track recent demand up to now, in steps of at most five minutes
   */
  static StartShift seen(LogTrack track, Shape shape, EventCalendar calendar) {
    Span span = track.span();
    long step = span.stepMillis();
    Instant now = Instant.ofEpochMilli(span.untilMillis());
    int window = (int) (WINDOW_MILLIS / step);
    if (window < 3 || calendar.events().stream().noneMatch(e -> concerns(e, now))) {
      return NONE;
    }
    int before = (int) (BEFORE_MILLIS / step);
    int from = span.size() - window;
    double[] curve = shape.logs(span.slice(from - before, span.size()), calendar);
    int reach = (int) (MOST_MINUTES * MINUTE_MILLIS / step);
    double[] lifts = shape.lifts(span.slice(from - reach, span.size() + reach), calendar);
    Match match = new Match(track.part(from - before, span.size()), curve, lifts, before, reach);
    double level = match.level();
    double announced = match.error(0, level);
    int best = 0;
    double least = announced;
    for (int shift = -reach; shift <= reach; shift++) {
      double part = shift > 0 ? LATE_PART : EARLY_PART;
      double error = match.error(shift, level);
      if (error < least && error < part * announced) {
        best = shift;
        least = error;
      }
    }
    boolean shows = announced > LEAST_ERROR * LEAST_ERROR;
    return shows ? new StartShift((int) (best * step / MINUTE_MILLIS)) : NONE;
  }

  /** The calendar with the events near their start moved by the shift. */
  EventCalendar applied(EventCalendar calendar, Instant now) {
    if (minutes == 0) {
      return calendar;
    }
    return calendar.moved(event -> concerns(event, now), Duration.ofMinutes(minutes));
  }

  /** Recent demand beside the lift of events, whose first value is {@code reach} steps earlier. */
  private record Match(LogTrack track, double[] curve, double[] lifts, int from, int reach) {
    /** What the hour before the window lay above the shape. */
    double level() {
      double sum = 0;
      int count = 0;
      for (int i = 0; i < from; i++) {
        if (track.isKnown(i)) {
          sum += track.log(i) - curve[i];
          count++;
        }
      }
      return count == 0 ? 0 : sum / count;
    }

    /** The mean squared error in the window; infinite where nothing is known. */
    double error(int shift, double level) {
      double sum = 0;
      int count = 0;
      for (int i = from; i < track.span().size(); i++) {
        if (track.isKnown(i)) {
          int at = i - from + reach;
          double error = track.log(i) - curve[i] + lifts[at] - lifts[at - shift] - level;
          sum += error * error;
          count++;
        }
      }
      return count == 0 ? Double.POSITIVE_INFINITY : sum / count;
    }
  }
}
