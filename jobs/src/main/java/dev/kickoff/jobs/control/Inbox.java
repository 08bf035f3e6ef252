package dev.kickoff.jobs.control;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.control.surroundings.ForecastTrust;
import dev.kickoff.model.control.surroundings.ServiceHealth;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OverrideBook;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The newest of what the topics said about one service: a fold over their records, in order.
 *
 * <p>Knows how far each topic was read, so that a decision can say exactly what it had seen. Thread
 * safe: one thread feeds it while the loop takes {@linkplain #look looks}.
 */
public final class Inbox {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration RECENT = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofHours(3);

  private final NavigableMap<Instant, MinuteDemand> minutes = new TreeMap<>();
  private final Map<ForecastKind, DemandForecast> forecasts = new HashMap<>();
  private final TreeMap<String, Long> positions = new TreeMap<>();
  private final Vitals vitals = new Vitals();
  private EventCalendar calendar = EventCalendar.empty();
  private OverrideBook overrides = OverrideBook.empty();
  private Runnable wake = () -> {};

  /**
   * What was known at one moment.
   *
   * @param recent measured demand of the hour before the look, up to the last whole minute
   * @param overrides every order that is known
   * @param signs what says how far the rest can be relied on
   * @param completeness of the newest of those minutes; 1 without any
   * @param positions next offset by {@code topic/partition}: what had been read
   */
  public record Look(
      DemandSeries recent,
      double completeness,
      Optional<DemandForecast> near,
      Optional<DemandForecast> far,
      EventCalendar calendar,
      OverrideBook overrides,
      Signs signs,
      Map<String, Long> positions) {
    /** How well the forecasts of an hour ahead held; empty while too few are judged. */
    public Optional<ForecastTrust> trust() {
      return signs.trust();
    }

    /** How well the service answers; empty where no signal was ever measured. */
    public Optional<ServiceHealth> health() {
      return signs.health();
    }
  }

  /** What says how far the rest can be relied on; each is empty while nothing is known of it. */
  record Signs(Optional<ForecastTrust> trust, Optional<ServiceHealth> health) {}

  /** Calls {@code onNews} after each new forecast and each calendar change. */
  public synchronized void wakeWith(Runnable onNews) {
    wake = onNews;
  }

  /**
   * Folds a record in and notes that its partition has been read up to {@code nextOffset}, in one
   * step: no look can see the one without the other.
   */
  public void fold(String topic, int partition, long nextOffset, Runnable record) {
    synchronized (this) {
      record.run();
      positions.put(topic + "/" + partition, nextOffset);
    }
  }

  /** Folds in a minute: the last one read for a minute counts. */
  public synchronized void accept(MinuteDemand minute) {
    minutes.put(minute.minute(), minute);
    minutes.headMap(minutes.lastKey().minus(KEPT)).clear();
    vitals.put(minute);
  }

  /** Folds in a forecast, unless a newer one of its kind is known. */
  public synchronized void accept(DemandForecast forecast) {
    DemandForecast known = forecasts.get(forecast.kind());
    if (known == null || !forecast.issuedAt().isBefore(known.issuedAt())) {
      forecasts.put(forecast.kind(), forecast);
      vitals.put(forecast);
      wake.run();
    }
  }

  /** Folds in a version of an event. */
  public synchronized void accept(Event event) {
    calendar = calendar.with(event);
    wake.run();
  }

  /** Folds in an order of an operator, or a newer version of one. */
  public synchronized void accept(OperatorOverride override) {
    overrides = overrides.with(override);
    wake.run();
  }

  /** Forgets an order. */
  public synchronized void withdraw(String overrideId) {
    overrides = overrides.without(overrideId);
    wake.run();
  }

  /** The issue time of the newest near forecast; empty before the first. */
  public synchronized Optional<Instant> forecastReached() {
    return Optional.ofNullable(forecasts.get(ForecastKind.NEAR)).map(DemandForecast::issuedAt);
  }

  /** What is known at {@code now}. */
  public synchronized Look look(Instant now) {
    Instant until = now.truncatedTo(ChronoUnit.MINUTES);
    DemandSeries.Builder recent = DemandSeries.builder(until.minus(RECENT), MINUTE);
    NavigableMap<Instant, MinuteDemand> newest =
        minutes.subMap(until.minus(RECENT), true, until, false);
    for (MinuteDemand minute : newest.values()) {
      recent.set(minute.minute(), minute.requestsPerMinute());
    }
    return new Look(
        recent.build(),
        newest.isEmpty() ? 1 : newest.lastEntry().getValue().completeness(),
        Optional.ofNullable(forecasts.get(ForecastKind.NEAR)),
        Optional.ofNullable(forecasts.get(ForecastKind.FAR)),
        calendar,
        overrides,
        vitals.at(now),
        new TreeMap<>(positions));
  }
}
