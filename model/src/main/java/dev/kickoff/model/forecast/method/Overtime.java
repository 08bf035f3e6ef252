package dev.kickoff.model.forecast.method;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.shape.Shape;
import dev.kickoff.model.forecast.track.LogTrack;
import dev.kickoff.model.forecast.track.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Recognises, from demand alone, that an event goes on past its planned end.
 *
 * <p>Looked for where past events have let demand fall for ten minutes and this one has not: over
 * the last 15 minutes, demand has given up less than a third of what the profile has. Each
 * extension {@code s} up to an hour is then matched, {@code mean((y(t) - base(t) - lift(t - s) -
 * c)^2)}, with the level {@code c} of the hour until 20 minutes before the planned end; those that
 * leave a small part of what the planned end leaves, and are as good as the best, are taken for
 * equally likely. Their mean is the extension. While demand stays high, that is halfway between
 * what has shown and an hour; once it falls, it is what the fall says.
 *
 * @param minutes how much longer than planned; 0 when nothing shows
 * @param sinceMillis the planned end, from which the course is another
 */
record Overtime(int minutes, long sinceMillis) {
  private static final long MINUTE_MILLIS = 60_000L;
  private static final long EARLIEST_MILLIS = 20 * MINUTE_MILLIS;
  private static final Duration LATEST = Duration.ofMinutes(90);
  private static final long TOGETHER_MILLIS = 15 * MINUTE_MILLIS;
  private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;
  private static final long WINDOW_MILLIS = 15 * MINUTE_MILLIS;
  private static final int LEAST_WINDOW = 3;

  /** Nothing shows. */
  static final Overtime NONE = new Overtime(0, Long.MAX_VALUE);

  /** Whether an event is the last that was planned to end about {@code now}. */
  static boolean concerns(Event event, EventCalendar calendar, Instant now) {
    return ending(calendar, now).contains(event);
  }

  private static List<Event> ending(EventCalendar calendar, Instant now) {
    Instant before = now.plusMillis(EARLIEST_MILLIS);
    List<Event> near =
        calendar.events().stream()
            .filter(e -> !e.isAllDay() && !e.end().isAfter(before))
            .filter(e -> e.end().isAfter(now.minus(LATEST)))
            .toList();
    Optional<Instant> last = near.stream().map(Event::end).max(Comparator.naturalOrder());
    return near.stream()
        .filter(e -> !e.end().isBefore(last.orElseThrow().minusMillis(TOGETHER_MILLIS)))
        .toList();
  }

  /**
   * The overtime that shows at the end of {@code track}.
   *
   * @param track recent demand up to now, in steps of at most five minutes
   */
  static Overtime seen(LogTrack track, Shape shape, EventCalendar calendar) {
    Span span = track.span();
    long step = span.stepMillis();
    int window = (int) (WINDOW_MILLIS / step);
    List<Event> ending = ending(calendar, Instant.ofEpochMilli(span.untilMillis()));
    if (window < LEAST_WINDOW || ending.isEmpty()) {
      return NONE;
    }
    long end = ending.get(0).end().toEpochMilli();
    int high = (int) Math.floorDiv(end - EARLIEST_MILLIS - span.startMillis(), step);
    int hour = (int) (HOUR_MILLIS / step);
    if (high < 2 * hour) {
      return NONE;
    }
    int first = Math.min(high, span.size() - window) - hour;
    Span seen = span.slice(first - hour, span.size());
    double[] lifts = shape.lifts(seen, calendar);
    double[] others = shape.lifts(seen, calendar.only(e -> !ending.contains(e)));
    double[] own = new double[lifts.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = lifts[i] - others[i];
    }
    LogTrack part = track.part(first - hour, span.size());
    Extension extension = new Extension(part, shape.logs(seen, calendar), own, hour, window);
    return new Overtime((int) (extension.steps() * step / MINUTE_MILLIS), end);
  }

  /** The calendar with the events that go on starting later, so that their tail comes later. */
  EventCalendar applied(EventCalendar calendar, Instant now) {
    if (minutes == 0) {
      return calendar;
    }
    List<Event> ending = ending(calendar, now);
    return calendar.moved(ending::contains, Duration.ofMinutes(minutes));
  }

  /** The shape that reads {@code planned} before the planned end, and what it is given after. */
  Shape prolonged(Shape shape, EventCalendar planned) {
    return minutes == 0 ? shape : new ProlongedShape(shape, planned, sinceMillis);
  }
}
