package dev.kickoff.connectors.kafka;

import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.MethodNote;
import dev.kickoff.model.forecast.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A forecast as it stands in its topics and in journals: compact, since a far one has hundreds of
 * steps; nothing is lost.
 *
 * @param steps one array a step, in order, the first at {@code issuedAt}: the four quantiles of the
 *     mean, then those of the peak where they differ
 */
public record WireForecast(
    Service service,
    ForecastKind kind,
    Instant issuedAt,
    Duration resolution,
    long calendarRevision,
    MethodNote method,
    Optional<Instant> demandThrough,
    List<double[]> steps) {

  private static final int LEVELS = 4;

  /** The compact form of a forecast. */
  public static WireForecast of(DemandForecast forecast) {
    List<double[]> rows = new ArrayList<>();
    for (ForecastStep step : forecast.steps()) {
      double[] row = step.mean().values();
      if (!step.peak().equals(step.mean())) {
        row = Arrays.copyOf(row, 2 * LEVELS);
        System.arraycopy(step.peak().values(), 0, row, LEVELS, LEVELS);
      }
      rows.add(row);
    }
    return new WireForecast(
        forecast.service(),
        forecast.kind(),
        forecast.issuedAt(),
        forecast.resolution(),
        forecast.calendarRevision(),
        forecast.method(),
        forecast.demandThrough(),
        rows);
  }

  /**
   * The forecast that it stands for.
   *
   * @throws IllegalArgumentException when a step has neither four numbers nor eight
   */
  public DemandForecast toModel() {
    List<ForecastStep> read = new ArrayList<>();
    Instant from = issuedAt;
    for (double[] row : steps) {
      if (row.length != LEVELS && row.length != 2 * LEVELS) {
        throw new IllegalArgumentException(
            "step at " + from + " has " + row.length + " numbers; it must have 4 or 8");
      }
      Quantiles mean = quantiles(row, 0);
      Quantiles peak = row.length == LEVELS ? mean : quantiles(row, LEVELS);
      read.add(new ForecastStep(from, from.plus(resolution), mean, peak));
      from = from.plus(resolution);
    }
    return new DemandForecast(
        service, kind, issuedAt, resolution, calendarRevision, method, demandThrough, read);
  }

  private static Quantiles quantiles(double[] row, int at) {
    return new Quantiles(row[at], row[at + 1], row[at + 2], row[at + 3]);
  }
}
