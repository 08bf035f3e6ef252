package dev.kickoff.model.forecast;

import java.util.List;
import java.util.Optional;

/** What a {@link Forecaster} has learnt; it can forecast from any later instant. */
public interface ForecastModel {
  /**
   * The steps asked for, first to last.
   *
   * @param request issued at or after the instant the model was fitted at; its recent history gives
   *     the live level
   */
  List<ForecastStep> forecast(ForecastRequest request);

  /** What the forecast for {@code request} rests on; empty where nothing was chosen or compared. */
  default Optional<ForecastBasis> basis(ForecastRequest request) {
    return Optional.empty();
  }
}
