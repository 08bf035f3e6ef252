package dev.kickoff.model.forecast;

import java.util.List;

/** What a {@link Forecaster} has learnt; it can forecast from any later instant. */
public interface ForecastModel {
  /**
   * The steps asked for, first to last.
   *
   * @param request issued at or after the instant the model was fitted at; its recent history gives
   *     the live level
   */
  List<ForecastStep> forecast(ForecastRequest request);
}
