package dev.kickoff.jobs.offline;

import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.MinuteSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.inherit.Inheritance;
import dev.kickoff.model.demand.inherit.Lineage;
import dev.kickoff.model.simulation.ReplayInput;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What {@code replay} was asked to play.
 *
 * @param from first minute of the timeline; seconds are cut off
 * @param until its end, exclusive
 * @param unit what the metrics' values are
 */
public record ReplayTask(Instant from, Instant until, DemandUnit unit) {

  /**
   * Joins the task with data.
   *
   * @param fleet with its service {@linkplain dev.kickoff.jobs.config.Inputs#settle settled}
   * @param lineage whose minutes are played before the service's own first one
   * @throws IllegalArgumentException when they do not go together; the message says what would
   */
  public ReplayInput input(
      FleetSettings fleet, MetricsRead metrics, EventCalendar calendar, Lineage lineage) {
    Service service = fleet.group().service();
    DemandSeries minutes = minutes(service, metrics, lineage);
    check(minutes);
    return new ReplayInput(
        minutes,
        calendar,
        fleet.group(),
        fleet.reactive(),
        fleet.zones(),
        from.truncatedTo(ChronoUnit.MINUTES),
        until);
  }

  /** By the minute, after the ancestor's minutes as they were: what the live job knows. */
  private DemandSeries minutes(Service service, MetricsRead metrics, Lineage lineage) {
    DemandSeries own = minutes(service, metrics);
    return lineage
        .ancestorOf(service)
        .map(ancestor -> Inheritance.join(minutes(ancestor, metrics), own, 1))
        .orElse(own);
  }

  private DemandSeries minutes(Service service, MetricsRead metrics) {
    DemandSeries series = metrics.series().get(service);
    if (series == null) {
      throw new IllegalArgumentException("no demand of service " + service);
    }
    return MinuteSeries.of(series, unit);
  }

  private void check(DemandSeries series) {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("--to " + until + " is not after --from " + from);
    }
    if (!series.start().isBefore(until) || !series.until().isAfter(from)) {
      throw new IllegalArgumentException(
          "--from %s --to %s lies outside the demand, which reaches from %s to %s"
              .formatted(from, until, series.start(), series.until()));
    }
  }
}
