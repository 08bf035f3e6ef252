package dev.kickoff.model.forecast.longrange;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastStep;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A stretch of time whose highest demand is looked at: a local day, or the window of an event. */
record Stretch(Instant from, Instant until) {
  private static final Duration BEFORE_EVENT = Duration.ofMinutes(30);
  private static final Duration AFTER_START = Duration.ofMinutes(150);

  /** The window of an event. */
  static Stretch of(Event event) {
    Instant late = event.start().plus(AFTER_START);
    Instant until = event.end().isAfter(late) ? event.end() : late;
    return new Stretch(event.start().minus(BEFORE_EVENT), until);
  }

  static Stretch of(LocalDate day, ZoneId zone) {
    return new Stretch(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** So many local days, the first one that starts at or after {@code at}. */
  static List<LocalDate> days(Instant at, int count, ZoneId zone) {
    LocalDate day = at.atZone(zone).toLocalDate();
    if (day.atStartOfDay(zone).toInstant().isBefore(at)) {
      day = day.plusDays(1);
    }
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      days.add(day.plusDays(i));
    }
    return days;
  }

  boolean overlaps(Stretch other) {
    return from.isBefore(other.until) && other.from.isBefore(until);
  }

  /** The highest demand that is known; empty where none is. */
  OptionalDouble highest(DemandSeries demand) {
    OptionalDouble highest = OptionalDouble.empty();
    for (int i = demand.indexOf(from); demand.timeAt(i).isBefore(until); i++) {
      if (demand.isPresent(i)) {
        highest = OptionalDouble.of(Math.max(highest.orElse(demand.value(i)), demand.value(i)));
      }
    }
    return highest;
  }

  /** The highest demand that came; empty where under {@link DemandSeries#MIN_SHARE} is known. */
  OptionalDouble came(DemandSeries demand) {
    int known = 0;
    int steps = 0;
    for (int i = demand.indexOf(from); demand.timeAt(i).isBefore(until); i++) {
      steps++;
      known += demand.isPresent(i) ? 1 : 0;
    }
    return known >= DemandSeries.MIN_SHARE * steps ? highest(demand) : OptionalDouble.empty();
  }

  /** The highest median that was forecast; empty where the forecast does not reach. */
  OptionalDouble said(DemandForecast forecast) {
    if (forecast.issuedAt().isAfter(from) || forecast.until().isBefore(until)) {
      return OptionalDouble.empty();
    }
    double highest = 0;
    for (ForecastStep step : forecast.steps()) {
      if (step.until().isAfter(from) && step.from().isBefore(until)) {
        highest = Math.max(highest, step.mean().p50());
      }
    }
    return OptionalDouble.of(highest);
  }
}
