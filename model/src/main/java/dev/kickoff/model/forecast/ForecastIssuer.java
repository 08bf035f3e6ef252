package dev.kickoff.model.forecast;

import dev.kickoff.model.demand.Service;

/** Whatever issues forecasts: the live job, a replay and a backtest all ask through this. */
@FunctionalInterface
public interface ForecastIssuer {
  /** The forecast for the request; always one, by the best method that its history allows. */
  DemandForecast issue(Service service, ForecastKind kind, ForecastRequest request);
}
