package dev.kickoff.model.simulation;

import dev.kickoff.model.forecast.DemandForecast;
import java.time.Instant;
import java.util.Optional;

/**
 * The forecasts issued at one minute of a replay.
 *
 * @param far empty at minutes at which no far forecast is due
 */
public record IssuedForecasts(DemandForecast near, Optional<DemandForecast> far) {

  /** Whoever has the forecasts of a replay, issued one after the other or ahead of time. */
  @FunctionalInterface
  public interface Source {
    /** Those issued at {@code minute}; asked for every minute, in order, once or more. */
    IssuedForecasts at(Instant minute);
  }
}
