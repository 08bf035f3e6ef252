package dev.kickoff.jobs.api.view;

import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.health.BucketHealth;
import dev.kickoff.model.forecast.health.ForecastHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of one service: its newest minutes and forecasts. Not thread-safe.
 *
 * <p>A minute is replaced by the record that comes later; a forecast only by one that was not
 * issued earlier.
 */
final class ServiceHistory {
  private final Duration forecastLead;
  private final NavigableMap<Instant, MinuteDemand> minutes = new TreeMap<>();
  private final NavigableMap<Instant, TimelineRow.Band> expected = new TreeMap<>();
  private final Map<ForecastKind, DemandForecast> forecasts = new EnumMap<>(ForecastKind.class);
  private final ForecastHealth health = new ForecastHealth();
  private Optional<Instant> finalThrough = Optional.empty();

  /**
   * @param forecastLead how far ahead a forecast must have been made to be remembered for a minute
   */
  ServiceHistory(Duration forecastLead) {
    this.forecastLead = forecastLead;
  }

  void accept(MinuteDemand minute) {
    minutes.put(minute.minute(), minute);
    if (minute.isFinal()) {
      health.settled(minute.minute(), minute.requestsPerMinute());
    }
    if (minute.isFinal() && finalThrough.map(minute.until()::isAfter).orElse(true)) {
      finalThrough = Optional.of(minute.until());
    }
    Instant oldest = minutes.lastKey().minus(EngineViews.KEPT);
    minutes.headMap(oldest).clear();
    expected.headMap(oldest).clear();
  }

  /** Whether the forecast is now the current one of its kind. */
  boolean accept(DemandForecast forecast) {
    DemandForecast current = forecasts.get(forecast.kind());
    if (current != null && forecast.issuedAt().isBefore(current.issuedAt())) {
      return false;
    }
    forecasts.put(forecast.kind(), forecast);
    health.issued(forecast);
    if (forecast.kind() == ForecastKind.NEAR) {
      remember(forecast);
    }
    return true;
  }

  private void remember(DemandForecast forecast) {
    Instant earliest = forecast.issuedAt().plus(forecastLead);
    for (ForecastStep step : forecast.steps()) {
      if (!step.from().isBefore(earliest)) {
        expected.put(step.from(), new TimelineRow.Band(step.mean().p50(), step.mean().p95()));
      }
    }
  }

  Optional<MinuteDemand> newest() {
    return Optional.ofNullable(minutes.lastEntry()).map(Map.Entry::getValue);
  }

  Optional<MinuteDemand> minute(Instant minute) {
    return Optional.ofNullable(minutes.get(minute));
  }

  /** How many are missing between the first and the last that are kept. */
  long gaps() {
    return minutes.isEmpty()
        ? 0
        : Duration.between(minutes.firstKey(), minutes.lastKey()).toMinutes() + 1 - minutes.size();
  }

  Optional<TimelineRow.Band> expected(Instant minute) {
    return Optional.ofNullable(expected.get(minute));
  }

  List<BucketHealth> health() {
    return health.buckets();
  }

  Optional<Instant> finalThrough() {
    return finalThrough;
  }

  Optional<DemandForecast> forecast(ForecastKind kind) {
    return Optional.ofNullable(forecasts.get(kind));
  }
}
