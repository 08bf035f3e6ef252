package dev.kickoff.model.forecast;

import java.util.Optional;

/** A forecasting method: it learns a {@link ForecastModel} from history. */
public interface Forecaster {
  /** Its stable name, as shown to operators and taken by {@code backtest --method}. */
  String name();

  /** Why it cannot be used for this request; empty when it can. The reason names the remedy. */
  Optional<String> unfitFor(ForecastRequest request);

  /**
   * Learns from the request's history and calendar, both cut before {@code issuedAt}.
   *
   * @throws IllegalArgumentException when {@link #unfitFor} has a reason
   */
  ForecastModel fit(ForecastRequest request);
}
