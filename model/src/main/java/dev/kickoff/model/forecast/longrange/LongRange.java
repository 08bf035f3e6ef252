package dev.kickoff.model.forecast.longrange;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.EventOutlook;
import dev.kickoff.model.forecast.ForecastBasis;
import dev.kickoff.model.forecast.Forecaster;
import dev.kickoff.model.forecast.Quantiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks weeks ahead, for those who order capacity: the highest demand of each day and each event,
 * as quantiles.
 *
 * <p>{@code log peak(day) = log max p50(hours of the day) + error(lead)}: the same forecasts as
 * ever, only further ahead, and the errors that such forecasts made of the days' highest step when
 * they were issued from weeks within history. It knows no season of the year beyond what the
 * methods know, no growth that has not begun, and no event that the calendar does not hold.
 */
public final class LongRange {
  private final List<Forecaster> methods;

  /**
   * @param methods in the order in which they are tried
   */
  public LongRange(List<Forecaster> methods) {
    this.methods = List.copyOf(methods);
  }

  /**
   * The weeks ahead.
   *
   * @throws IllegalArgumentException when no method says anything; the message says why
   */
  public LongRangeOutlook outlook(LongRangeRequest request) {
    WeeksAhead ahead = new WeeksAhead(request, methods);
    DemandForecast forecast = ahead.from(request.at(), request.weeks());
    if (forecast.steps().isEmpty()) {
      throw new IllegalArgumentException(
          "nothing can be said of " + request.service() + ": " + forecast.method().passedOver());
    }
    LeadCalibration calibration = new PeakRehearsal(request, ahead).run();
    if (!calibration.notes().get(0).isRehearsed()) {
      throw new IllegalArgumentException(
          "no day of the last week of %s is known well enough to judge by; fill the gaps"
              .formatted(request.service()));
    }
    List<EventPeak> events = events(request, forecast, calibration);
    return new LongRangeOutlook(
        request.service(),
        request.demand().step(),
        forecast.method().method(),
        days(request, forecast, calibration, events),
        events,
        calibration.notes());
  }

  private static List<EventPeak> events(
      LongRangeRequest request, DemandForecast forecast, LeadCalibration calibration) {
    List<LocalDate> days = Stretch.days(request.at(), 7 * request.weeks(), request.zone());
    Stretch first = Stretch.of(days.get(0), request.zone());
    List<EventPeak> peaks = new ArrayList<>();
    for (Event event : request.calendar().overlapping(first.from(), forecast.until())) {
      LocalDate day = event.start().atZone(request.zone()).toLocalDate();
      int index = days.indexOf(day);
      Stretch window = Stretch.of(event);
      if (index >= 0 && window.said(forecast).isPresent()) {
        int week = index / 7 + 1;
        Quantiles peak = calibration.ofEvent(window.said(forecast).getAsDouble(), week);
        peaks.add(
            new EventPeak(
                event, week, peak, calibration.rehearsedEvents(), outlook(forecast, event)));
      }
    }
    return peaks;
  }

  private static Optional<EventOutlook> outlook(DemandForecast forecast, Event event) {
    return forecast.method().basis().map(ForecastBasis::events).orElse(List.of()).stream()
        .filter(outlook -> outlook.uid().equals(event.uid()))
        .findFirst();
  }

  private static List<DayPeak> days(
      LongRangeRequest request,
      DemandForecast forecast,
      LeadCalibration calibration,
      List<EventPeak> events) {
    List<LocalDate> days = Stretch.days(request.at(), 7 * request.weeks(), request.zone());
    List<DayPeak> peaks = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      Stretch day = Stretch.of(days.get(i), request.zone());
      Quantiles peak = calibration.ofDay(day.said(forecast).orElseThrow(), i / 7 + 1);
      for (EventPeak event : events) {
        boolean started = event.event().start().isBefore(day.until());
        if (started && !event.event().start().isBefore(day.from())) {
          peak = higher(peak, event.peak());
        }
      }
      peaks.add(new DayPeak(days.get(i), i / 7 + 1, peak));
    }
    return peaks;
  }

  private static Quantiles higher(Quantiles a, Quantiles b) {
    return new Quantiles(
        Math.max(a.p50(), b.p50()),
        Math.max(a.p90(), b.p90()),
        Math.max(a.p95(), b.p95()),
        Math.max(a.p99(), b.p99()));
  }
}
