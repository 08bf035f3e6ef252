package dev.kickoff.jobs.offline.backtest;

import dev.kickoff.model.forecast.DemandForecast;
import java.util.List;
import java.util.Map;

/**
 * The forecasts of one {@link BacktestPlan.Unit}.
 *
 * @param chosen one for each cutoff
 * @param peers for each cutoff, those of the other methods that could be used, by name
 * @param looks one for each look
 */
public record UnitResult(
    List<DemandForecast> chosen,
    List<Map<String, DemandForecast>> peers,
    List<DemandForecast> looks) {
  public UnitResult {
    chosen = List.copyOf(chosen);
    peers = List.copyOf(peers);
    looks = List.copyOf(looks);
  }
}
