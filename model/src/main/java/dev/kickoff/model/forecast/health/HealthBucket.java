package dev.kickoff.model.forecast.health;

import dev.kickoff.model.forecast.ForecastKind;
import java.time.Duration;

/** How far ahead forecasts are judged: the steps that end so long after they were forecast. */
public enum HealthBucket {
  /** Minutes, forecast a quarter of an hour before they ended. */
  QUARTER("15m", ForecastKind.NEAR, Duration.ofMinutes(15), Duration.ofMinutes(1)),
  /** Minutes, forecast an hour before they ended. */
  HOUR("1h", ForecastKind.NEAR, Duration.ofHours(1), Duration.ofMinutes(1)),
  /**
   * Steps of five minutes, forecast a day before they ended, or up to a quarter of an hour less.
   */
  DAY("24h", ForecastKind.FAR, Duration.ofHours(24), Duration.ofMinutes(15));

  private final String label;
  private final ForecastKind kind;
  private final Duration ahead;
  private final Duration every;

  HealthBucket(String label, ForecastKind kind, Duration ahead, Duration every) {
    this.label = label;
    this.kind = kind;
    this.ahead = ahead;
    this.every = every;
  }

  /** As metrics name it, such as {@code 15m}. */
  public String label() {
    return label;
  }

  /** As sentences name it, such as {@code 15 min}. */
  public String words() {
    return ahead.toHours() > 0 ? ahead.toHours() + " h" : ahead.toMinutes() + " min";
  }

  ForecastKind kind() {
    return kind;
  }

  Duration ahead() {
    return ahead;
  }

  /** How often such forecasts are issued, so that their steps follow each other without a gap. */
  Duration every() {
    return every;
  }
}
