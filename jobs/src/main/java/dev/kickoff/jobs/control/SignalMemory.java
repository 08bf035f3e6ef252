package dev.kickoff.jobs.control;

import dev.kickoff.model.control.ServiceHealth;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandSignals;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The signals of one service's newest minutes that had any: as far back as its health looks, from
 * the newest of them, however long ago that was.
 */
final class SignalMemory {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration KEPT = ServiceHealth.MEMORY.plusHours(1);

  private final NavigableMap<Instant, Map<String, Double>> minutes = new TreeMap<>();

  /** Takes in a minute: the last one read for a minute counts. */
  void put(MinuteDemand minute) {
    if (minute.signals().isEmpty()) {
      minutes.remove(minute.minute());
    } else {
      minutes.put(minute.minute(), minute.signals());
      minutes.headMap(minutes.lastKey().minus(KEPT)).clear();
    }
  }

  /** What is known, by the minute. */
  DemandSignals known() {
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
