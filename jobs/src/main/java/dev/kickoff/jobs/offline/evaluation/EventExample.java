package dev.kickoff.jobs.offline.evaluation;

import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.accuracy.Backtest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One event: the forecast issued at the last cutoff an hour or more before its start, that of the
 * model without events from the same cutoff, and what came.
 *
 * <p>Of the events that start while there are cutoffs it is the one with the highest demand.
 *
 * @param events all that the calendar then held around it
 */
record EventExample(
    String name,
    Event event,
    DemandForecast forecast,
    Optional<DemandForecast> structural,
    DemandSeries truth,
    List<Event> events) {
  private static final Duration BEFORE = Duration.ofHours(3);
  private static final Duration AFTER = Duration.ofHours(5);
  private static final Duration LEAD = Duration.ofHours(1);

  EventExample {
    events = List.copyOf(events);
  }

  Instant from() {
    return event.start().minus(BEFORE);
  }

  Instant until() {
    Instant late = event.start().plus(AFTER);
    return forecast.until().isBefore(late) ? forecast.until() : late;
  }

  /** The example among these forecasts; empty where no event of less than a day suits. */
  static Optional<EventExample> of(
      String name,
      OfflineTask task,
      List<DemandForecast> chosen,
      Map<Instant, DemandForecast> plain) {
    Backtest.Trace trace = task.traces().get(0);
    DemandSeries truth = task.truth(trace);
    Optional<EventExample> best = Optional.empty();
    double highest = 0;
    for (Event event : trace.calendar().events()) {
      Optional<DemandForecast> forecast = before(event, chosen);
      double came = highest(event, truth);
      boolean amongCutoffs = event.start().isBefore(task.backtest().until());
      if (!event.isAllDay() && amongCutoffs && forecast.isPresent() && came > highest) {
        Instant at = forecast.get().issuedAt();
        highest = came;
        best =
            Optional.of(
                new EventExample(
                    name,
                    event,
                    forecast.get(),
                    Optional.ofNullable(plain.get(at)),
                    truth,
                    trace
                        .calendar()
                        .asKnownAt(at)
                        .overlapping(event.start().minus(BEFORE), event.start().plus(AFTER))));
      }
    }
    return best;
  }

  private static Optional<DemandForecast> before(Event event, List<DemandForecast> chosen) {
    return chosen.stream()
        .filter(each -> !each.issuedAt().isAfter(event.start().minus(LEAD)))
        .filter(each -> !each.until().isBefore(event.end()))
        .reduce((first, second) -> second);
  }

  private static double highest(Event event, DemandSeries truth) {
    double highest = 0;
    for (Instant at = event.start(); at.isBefore(event.end()); at = at.plus(truth.step())) {
      highest = Math.max(highest, truth.at(at).orElse(0));
    }
    return highest;
  }
}
