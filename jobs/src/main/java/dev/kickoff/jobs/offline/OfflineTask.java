package dev.kickoff.jobs.offline;

import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandQuality;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.ServiceMasks;
import dev.kickoff.model.demand.inherit.Lineage;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.accuracy.Backtest;
import dev.kickoff.model.forecast.quality.Learnable;
import dev.kickoff.model.forecast.track.LocalClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code forecast} and {@code backtest} were asked to do, checked.
 *
 * @param traces demand in the file's unit, one trace a service; counts already in the forecast's
 *     steps
 * @param method the one method to use; empty for the chain
 */
public record OfflineTask(
    List<Backtest.Trace> traces, Backtest backtest, ZoneId zone, Optional<String> method) {

  /**
   * Joins options and data.
   *
   * @param asked its resolution may be a wish: empty means the step of the data
   * @throws IllegalArgumentException when they do not go together; the message says what would
   */
  public static OfflineTask of(Asked asked, MetricsRead metrics, Told told) {
    Duration step = longestStep(metrics);
    Duration resolution = asked.resolution().orElse(step);
    checkMultiples(asked, metrics, resolution);
    Map<Service, DemandSeries> inSteps = new LinkedHashMap<>();
    metrics
        .series()
        .forEach((service, all) -> inSteps.put(service, inSteps(all, resolution, asked.unit())));
    List<Backtest.Trace> traces = new ArrayList<>();
    inSteps.forEach(
        (service, series) ->
            traces.add(
                new Backtest.Trace(
                    service,
                    series,
                    told.calendar(),
                    told.masks().of(service),
                    told.lineage().inheritance(service, inSteps, asked.unit().addsUp()))));
    checkCutoff(asked.from(), metrics);
    Backtest backtest =
        new Backtest(asked.from(), asked.until(), asked.every(), resolution, asked.horizon());
    return new OfflineTask(traces, backtest, asked.zone(), asked.method());
  }

  /**
   * The options.
   *
   * @param resolution empty for the step of the data
   * @param method empty for the chain
   */
  public record Asked(
      Instant from,
      Instant until,
      Duration every,
      Duration horizon,
      Optional<Duration> resolution,
      Optional<String> method,
      ZoneId zone,
      DemandUnit unit) {}

  /**
   * What people say beside the demand.
   *
   * @param calendar planned events
   * @param masks what must not be learnt
   * @param lineage who goes on with whose history
   */
  public record Told(EventCalendar calendar, ServiceMasks masks, Lineage lineage) {}

  /** Whether rows need to name the service. */
  public boolean hasSeveralServices() {
    return traces.size() > 1;
  }

  /** What came, in the forecasts' steps: counts add up, rates average. */
  public DemandSeries truth(Backtest.Trace trace) {
    return trace.demand().resample(backtest.resolution(), false);
  }

  /** How far the demand of a service can be trusted at the first cutoff; empty for no such. */
  public Optional<DemandQuality> quality(Service service) {
    Instant at = backtest.from();
    return traces.stream()
        .filter(trace -> trace.service().equals(service))
        .findFirst()
        .map(
            trace -> {
              DemandSeries history = ForecastDesk.wholeStepsBefore(trace.demand(), at);
              Learnable.Hints hints =
                  new Learnable.Hints(
                      new LocalClock(zone),
                      trace.calendar().asKnownAt(at),
                      trace.masks().asKnownAt(at));
              return DemandQuality.of(history, Learnable.of(history, hints).masks(), at);
            });
  }

  private static DemandSeries inSteps(DemandSeries series, Duration resolution, DemandUnit unit) {
    return unit.addsUp() ? series.resample(resolution, true) : series;
  }

  private static Duration longestStep(MetricsRead metrics) {
    return metrics.series().values().stream()
        .map(DemandSeries::step)
        .max(Duration::compareTo)
        .orElseThrow();
  }

  private static void checkMultiples(Asked asked, MetricsRead metrics, Duration resolution) {
    metrics
        .series()
        .forEach(
            (service, series) -> {
              if (resolution.toMillis() % series.step().toMillis() != 0) {
                throw new IllegalArgumentException(
                    "--resolution %s is not a multiple of the step of %s, which is %s"
                        .formatted(resolution, service, series.step()));
              }
            });
    if (asked.horizon().toMillis() % resolution.toMillis() != 0) {
      throw new IllegalArgumentException(
          "--horizon %s is not a multiple of the resolution %s"
              .formatted(asked.horizon(), resolution));
    }
  }

  private static void checkCutoff(Instant cutoff, MetricsRead metrics) {
    Instant first =
        metrics.series().values().stream()
            .map(DemandSeries::start)
            .min(Instant::compareTo)
            .orElseThrow();
    if (!cutoff.isAfter(first)) {
      throw new IllegalArgumentException(
          "at %s nothing is known yet: the demand starts at %s; choose a later time"
              .formatted(cutoff, first));
    }
  }
}
