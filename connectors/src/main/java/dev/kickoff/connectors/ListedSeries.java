package dev.kickoff.connectors;

import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.accuracy.Backtest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A series that forecasts are to be evaluated on, and what is expected of them.
 *
 * @param name unique in its list
 * @param backtest which cutoffs; it reaches as far as the longest of {@code horizons}
 * @param horizons how far ahead to score, each from the cutoff on, rising, at least one
 */
public record ListedSeries(
    String name, Source source, Backtest backtest, List<Duration> horizons, Goals goals) {
  public ListedSeries {
    horizons = List.copyOf(horizons);
  }

  /**
   * Where the data are.
   *
   * @param folder below that of all data; it holds {@code metrics.csv}
   * @param service empty for the only one of the file, or for all of them together
   * @param zone that people live in
   * @param hasCalendar whether the folder holds a {@code calendar.csv}, too
   */
  public record Source(
      String folder, Optional<Service> service, ZoneId zone, boolean hasCalendar) {}

  /**
   * What is expected of this series alone; each may be absent.
   *
   * @param loss the highest weighted quantile loss by horizon
   * @param structural the highest loss in event windows over that of the model without events
   * @param eventCoverage the least share of demand at or below p95 in event windows
   * @param scaledError the highest mean MASE over that of repeating a day
   */
  public record Goals(
      Map<Duration, Double> loss,
      Optional<Double> structural,
      Optional<Double> eventCoverage,
      Optional<Double> scaledError) {
    public Goals {
      loss = Map.copyOf(loss);
    }
  }
}
