package dev.kickoff.jobs.offline.backtest;

import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.ForecastModel;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.Forecaster;
import dev.kickoff.model.forecast.accuracy.Backtest;
import dev.kickoff.model.forecast.method.Methods;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does units of work; each with models of its own, so units can be done side by side. */
final class UnitWork {
  private final Backtest backtest;
  private final List<Forecaster> methods;
  private final List<Forecaster> peers;

  /**
   * @throws IllegalArgumentException for a method that does not exist; the message lists those that
   *     do
   */
  UnitWork(OfflineTask task, BacktestOptions options) {
    this.backtest = task.backtest();
    this.methods =
        task.method()
            .map(name -> List.of(Methods.named(name, task.zone()), new Abstention()))
            .orElse(Methods.inOrder(task.zone()));
    this.peers = options.peers(task);
  }

  /**
   * The forecasts of one unit.
   *
   * @throws IllegalArgumentException when the one method that was asked for cannot be used
   */
  UnitResult of(BacktestPlan.Unit unit) {
    ForecastDesk desk = new ForecastDesk(methods);
    List<DemandForecast> chosen = new ArrayList<>();
    for (Instant at : unit.cutoffs()) {
      DemandForecast forecast = backtest.at(at, unit.trace(), desk);
      if (forecast.method().method().equals(Abstention.NAME)) {
        throw new IllegalArgumentException(
            "no method can be used: " + String.join("; ", forecast.method().passedOver()));
      }
      chosen.add(forecast);
    }
    return new UnitResult(chosen, peers(unit), looks(unit, desk));
  }

  private List<Map<String, DemandForecast>> peers(BacktestPlan.Unit unit) {
    Map<String, ForecastDesk> desks = new LinkedHashMap<>();
    peers.forEach(p -> desks.put(p.name(), new ForecastDesk(List.of(p, new Abstention()))));
    List<Map<String, DemandForecast>> all = new ArrayList<>();
    for (Instant cutoff : unit.cutoffs()) {
      Map<String, DemandForecast> ofCutoff = new LinkedHashMap<>();
      desks.forEach(
          (name, desk) -> {
            DemandForecast forecast = backtest.at(cutoff, unit.trace(), desk);
            if (!forecast.steps().isEmpty()) {
              ofCutoff.put(name, forecast);
            }
          });
      all.add(ofCutoff);
    }
    return all;
  }

  private List<DemandForecast> looks(BacktestPlan.Unit unit, ForecastDesk ofCutoffs) {
    Map<Duration, ForecastDesk> desks = new HashMap<>();
    desks.put(backtest.horizon(), ofCutoffs);
    List<DemandForecast> looks = new ArrayList<>();
    for (EventLook look : unit.looks()) {
      ForecastDesk desk =
          desks.computeIfAbsent(look.horizon(), horizon -> new ForecastDesk(methods));
      looks.add(backtest.reaching(look.horizon()).at(look.at(), unit.trace(), desk));
    }
    return looks;
  }

  /** Stands in where the one method asked for cannot be used: says nothing. */
  private static final class Abstention implements Forecaster {
    private static final String NAME = "abstention";

    @Override
    public String name() {
      return NAME;
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
}
