package dev.kickoff.model.forecast.health;

import dev.kickoff.model.forecast.DemandForecast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How well the forecasts of one service hold: each settled minute is compared with what was
 * forecast for it a quarter of an hour, an hour and a day before.
 *
 * <p>Says nothing of minutes that were settled before it saw their forecasts. Bounded: the newest
 * 500 judged steps of each bucket, and what was forecast for the next day; under 64 kB together.
 * Not thread-safe.
 */
public final class ForecastHealth {
  static final Duration MINUTE = Duration.ofMinutes(1);

  private final List<BucketWatch> watches =
      Stream.of(HealthBucket.values()).map(BucketWatch::new).toList();
  private Instant settledUntil = Instant.MIN;

  /** Takes in a forecast as it was issued; the first for a stretch of time counts. */
  public void issued(DemandForecast forecast) {
    watches.forEach(watch -> watch.issued(forecast, settledUntil));
  }

  /**
   * Takes in a final minute. Minutes come in order; one that is not later than all before it, such
   * as a correction or a record read again, changes nothing.
   *
   * @param minute its start
   */
  public void settled(Instant minute, double demand) {
    if (!minute.isBefore(settledUntil)) {
      watches.forEach(watch -> watch.settled(minute, demand));
      settledUntil = minute.plus(MINUTE);
    }
  }

  /** How well each bucket held, nearest first. */
  public List<BucketHealth> buckets() {
    return watches.stream().map(BucketWatch::health).toList();
  }
}
