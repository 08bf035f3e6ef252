package dev.kickoff.jobs.offline;

import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.MinuteSeries;
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
   * @throws IllegalArgumentException when they do not go together; the message says what would
   */
  public ReplayInput input(FleetSettings fleet, MetricsRead metrics, EventCalendar calendar) {
    DemandSeries series = metrics.series().get(fleet.group().service());
    if (series == null) {
      throw new IllegalArgumentException("no demand of service " + fleet.group().service());
    }
    check(series);
    return new ReplayInput(
        MinuteSeries.of(series, unit),
        calendar,
        fleet.group(),
        fleet.reactive(),
        fleet.zones(),
        from.truncatedTo(ChronoUnit.MINUTES),
        until);
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
