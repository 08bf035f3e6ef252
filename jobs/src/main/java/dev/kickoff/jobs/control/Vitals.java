package dev.kickoff.jobs.control;

import dev.kickoff.model.control.surroundings.ForecastTrust;
import dev.kickoff.model.control.surroundings.ServiceHealth;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandSignals;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.signal.Signal;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.health.ForecastHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What says how far all else that is known of a service can be relied on: how well its forecasts
 * held, and how well it answers.
 *
 * <p>Of signals it keeps the newest minutes that had any, as far back as health looks from the
 * newest of them, however long ago that was.
 */
final class Vitals {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration KEPT = ServiceHealth.MEMORY.plusHours(1);

  private final ForecastHealth forecasts = new ForecastHealth();
  private final NavigableMap<Instant, Map<String, Double>> minutes = new TreeMap<>();

  /** Takes in a minute: the last one read for a minute counts. */
  void put(MinuteDemand minute) {
    if (minute.isFinal()) {
      forecasts.settled(minute.minute(), minute.requestsPerMinute());
    }
    if (minute.signals().isEmpty()) {
      minutes.remove(minute.minute());
    } else {
      minutes.put(minute.minute(), minute.signals());
      minutes.headMap(minutes.lastKey().minus(KEPT)).clear();
    }
  }

  /** Takes in a forecast that is newer than all of its kind. */
  void put(DemandForecast forecast) {
    forecasts.issued(forecast);
  }

  /** What they say at {@code now}. */
  Inbox.Signs at(Instant now) {
    return new Inbox.Signs(ForecastTrust.of(forecasts), ServiceHealth.asOf(signals(), now));
  }

  private DemandSignals signals() {
    return new DemandSignals(
        series(Signal.ERROR_SHARE), series(Signal.LATENCY_MS), series(Signal.CPU));
  }

  private Optional<DemandSeries> series(Signal signal) {
    if (minutes.isEmpty()) {
      return Optional.empty();
    }
    DemandSeries.Builder series = DemandSeries.builder(minutes.firstKey(), MINUTE);
    minutes.forEach(
        (minute, signals) -> {
          Double value = signals.get(signal.sampleName());
          if (value != null) {
            series.set(minute, value);
          }
        });
    return Optional.of(series.build());
  }
}
