package dev.kickoff.model.forecast.event;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.forecast.smile.Penalties;
import dev.kickoff.model.forecast.track.LocalClock;
import java.util.function.Predicate;

/**
 * Events of whole days, such as holidays: another level and another course of the local day, on the
 * day itself, on its eve and on the day after; on a weekend the day itself differs less.
 */
final class WholeDayKind implements EventKind {
  private static final int DAY_HARMONICS = 3;
  private static final int BESIDE_HARMONICS = 2;
  private static final int DAY_TERMS = 1 + 2 * DAY_HARMONICS;
  private static final int BESIDE_TERMS = 1 + 2 * BESIDE_HARMONICS;
  private static final int WEEKEND_TERM = DAY_TERMS + 2 * BESIDE_TERMS;
  private static final int SIZE = WEEKEND_TERM + 1;
  private static final double DAY_HOURS = 3;
  private static final double BESIDE_HOURS = 12;

  private final Predicate<Event> which;
  private final LocalClock clock;

  WholeDayKind(Predicate<Event> which, LocalClock clock) {
    this.which = which;
    this.clock = clock;
  }

  @Override
  public int size() {
    return SIZE;
  }

  @Override
  public boolean covers(Event event) {
    return event.isAllDay() && which.test(event);
  }

  @Override
  public boolean fill(Event event, long millis, Slice terms) {
    long start = event.start().toEpochMilli();
    long end = event.end().toEpochMilli();
    if (millis >= start && millis < end) {
      if (clock.dayOfWeek(millis).getValue() >= 6) {
        terms.set(WEEKEND_TERM, 1);
      } else {
        course(millis, terms, 0, DAY_HARMONICS);
      }
      return true;
    }
    if (millis < start && millis >= start - LocalClock.DAY_MILLIS) {
      course(millis, terms, DAY_TERMS, BESIDE_HARMONICS);
      return true;
    }
    if (millis >= end && millis < end + LocalClock.DAY_MILLIS) {
      course(millis, terms, DAY_TERMS + BESIDE_TERMS, BESIDE_HARMONICS);
      return true;
    }
    return false;
  }

  private void course(long millis, Slice terms, int at, int harmonics) {
    double angle = 2 * Math.PI * clock.dayMillis(millis) / LocalClock.DAY_MILLIS;
    terms.set(at, 1);
    for (int k = 1; k <= harmonics; k++) {
      terms.set(at + 2 * k - 1, Math.cos(k * angle));
      terms.set(at + 2 * k, Math.sin(k * angle));
    }
  }

  @Override
  public void charge(Penalties penalties, int first, double scale) {
    for (int i = 0; i < SIZE; i++) {
      boolean beside = i >= DAY_TERMS && i < WEEKEND_TERM;
      penalties.size(first + i, scale * (beside ? BESIDE_HOURS : DAY_HOURS));
    }
  }
}
