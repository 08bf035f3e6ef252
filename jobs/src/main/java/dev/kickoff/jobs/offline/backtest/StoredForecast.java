package dev.kickoff.jobs.offline.backtest;

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
 * A forecast as the journal keeps it; nothing is lost.
 *
 * @param steps one array a step, the first at {@code issuedAt}: the four quantiles of the mean,
 *     then those of the peak where they differ
 */
record StoredForecast(
    Service service,
    ForecastKind kind,
    Instant issuedAt,
    Duration resolution,
    long calendarRevision,
    MethodNote method,
    Optional<Instant> demandThrough,
    List<double[]> steps) {
  private static final int LEVELS = Quantiles.levels().length;

  static StoredForecast of(DemandForecast forecast) {
    return new StoredForecast(
        forecast.service(),
        forecast.kind(),
        forecast.issuedAt(),
        forecast.resolution(),
        forecast.calendarRevision(),
        forecast.method(),
        forecast.demandThrough(),
        forecast.steps().stream().map(StoredForecast::row).toList());
  }

  private static double[] row(ForecastStep step) {
    double[] mean = step.mean().values();
    if (step.peak().equals(step.mean())) {
      return mean;
    }
    double[] row = Arrays.copyOf(mean, 2 * LEVELS);
    System.arraycopy(step.peak().values(), 0, row, LEVELS, LEVELS);
    return row;
  }

  DemandForecast toModel() {
    List<ForecastStep> read = new ArrayList<>();
    Instant from = issuedAt;
    for (double[] row : steps) {
      Quantiles mean = new Quantiles(row[0], row[1], row[2], row[3]);
      Quantiles peak = row.length == LEVELS ? mean : new Quantiles(row[4], row[5], row[6], row[7]);
      read.add(new ForecastStep(from, from.plus(resolution), mean, peak));
      from = from.plus(resolution);
    }
    return new DemandForecast(
        service, kind, issuedAt, resolution, calendarRevision, method, demandThrough, read);
  }
}
