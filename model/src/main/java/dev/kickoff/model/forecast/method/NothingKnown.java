package dev.kickoff.model.forecast.method;

import dev.kickoff.model.forecast.ForecastModel;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.Forecaster;
import java.util.List;
import java.util.Optional;

/**
 * The method of last resort: it forecasts no step at all, because nothing is known.
 *
 * <p>Unknown is never zero: a forecast without steps makes the planner hold what stands.
 */
final class NothingKnown implements Forecaster {
  @Override
  public String name() {
    return "nothing-known";
  }

  @Override
  public Optional<String> unfitFor(ForecastRequest request) {
    return Optional.empty();
  }

  @Override
  public ForecastModel fit(ForecastRequest request) {
    return later -> List.of();
  }
}
