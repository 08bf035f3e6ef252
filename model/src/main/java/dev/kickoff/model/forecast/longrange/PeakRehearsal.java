package dev.kickoff.model.forecast.longrange;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.DemandForecast;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Looks weeks ahead from instants within history, each knowing only what was known then, and keeps
 * what came of it.
 *
 * <p>The instants lie whole weeks before the request's, at the same local time. A lead is judged by
 * origins that had half of the history, or eight weeks, to learn from; where there is none, by
 * origins that had two weeks at least.
 */
final class PeakRehearsal {
  private static final int ORIGINS_PER_LEAD = 16;
  private static final int MOST_ORIGINS = 24;
  private static final double LEAST_TO_LEARN = 2;
  private static final double ENOUGH_TO_LEARN = 8;

  private final LongRangeRequest request;
  private final WeeksAhead ahead;
  private final DemandSeries demand;
  private final List<List<PeakErrors.Error>> days = new ArrayList<>();
  private final List<PeakErrors.Error> events = new ArrayList<>();

  PeakRehearsal(LongRangeRequest request, WeeksAhead ahead) {
    this.request = request;
    this.ahead = ahead;
    this.demand = request.asked();
    for (int week = 0; week < request.weeks(); week++) {
      days.add(new ArrayList<>());
    }
  }

  /** Rehearses from every origin that history allows, the latest first. */
  LeadCalibration run() {
    int farthest = request.weeks() + ORIGINS_PER_LEAD - 1;
    int stride = (farthest + MOST_ORIGINS - 1) / MOST_ORIGINS;
    for (int weeks = 1; weeks <= farthest; weeks += stride) {
      Instant origin = request.at().atZone(request.zone()).minusWeeks(weeks).toInstant();
      if (weeksBefore(origin) >= LEAST_TO_LEARN) {
        rehearse(origin, Math.min(weeks, request.weeks()));
      }
    }
    Stretch all = new Stretch(demand.start(), demand.until());
    return new LeadCalibration(
        days.stream().map(PeakErrors::new).toList(),
        new PeakErrors(events),
        all.highest(demand).orElse(0));
  }

  private double weeksBefore(Instant instant) {
    double millis = Duration.between(ahead.firstKnown(), instant).toMillis();
    return millis / LongRangeRequest.WEEK.toMillis();
  }

  /** The weeks of history that an origin must have had for a lead of so many weeks. */
  private double toLearn(int lead) {
    double history = weeksBefore(request.at());
    double wanted = Math.max(LEAST_TO_LEARN, Math.min(ENOUGH_TO_LEARN, history / 2));
    return history - lead >= wanted ? wanted : LEAST_TO_LEARN;
  }

  private void rehearse(Instant origin, int weeks) {
    DemandForecast forecast = ahead.from(origin, weeks);
    List<LocalDate> ofWeeks = Stretch.days(origin, 7 * weeks, request.zone());
    for (int i = 0; i < ofWeeks.size(); i++) {
      if (weeksBefore(origin) >= toLearn(i / 7 + 1)) {
        Stretch day = Stretch.of(ofWeeks.get(i), request.zone());
        keep(day, forecast, origin, days.get(i / 7));
      }
    }
    EventCalendar then = request.calendar().asKnownAt(origin);
    for (Event event : then.overlapping(origin, forecast.until())) {
      if (Stretch.of(event).came(demand).isPresent()) {
        keep(Stretch.of(event), forecast, event.uid(), events);
      }
    }
  }

  private void keep(
      Stretch stretch, DemandForecast forecast, Object group, List<PeakErrors.Error> into) {
    OptionalDouble came = stretch.came(demand);
    OptionalDouble said = stretch.said(forecast);
    if (came.isPresent() && said.isPresent()) {
      double log = Math.log1p(Math.max(0, came.getAsDouble())) - Math.log1p(said.getAsDouble());
      into.add(new PeakErrors.Error(group, log));
    }
  }
}
