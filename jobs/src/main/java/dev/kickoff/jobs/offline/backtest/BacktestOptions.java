package dev.kickoff.jobs.offline.backtest;

import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.model.forecast.Forecaster;
import dev.kickoff.model.forecast.method.Methods;
import java.util.List;
import java.util.Optional;

/**
 * What a backtest does beside its forecasts, and on how many threads.
 *
 * @param peers names of methods that forecast by themselves, to be compared with; {@code all}
 *     stands for every method
 * @param eventPages the most pages of single events; empty for as many as take little time
 * @param parallel threads, 1 or more; has no influence on results
 */
public record BacktestOptions(List<String> peers, Optional<Integer> eventPages, int parallel) {
  private static final String ALL = "all";
  private static final String NONE = "none";

  public BacktestOptions {
    peers = peers.stream().filter(name -> !name.equals(NONE)).distinct().toList();
    if (parallel < 1) {
      throw new IllegalArgumentException("--parallel must be 1 or more, was " + parallel);
    }
    if (eventPages.filter(pages -> pages < 0).isPresent()) {
      throw new IllegalArgumentException("--event-pages must be 0 or more");
    }
  }

  /** Only the forecasts themselves. */
  public static BacktestOptions bare() {
    return new BacktestOptions(
        List.of(), Optional.of(0), Runtime.getRuntime().availableProcessors());
  }

  List<Forecaster> peers(OfflineTask task) {
    if (peers.contains(ALL)) {
      return Methods.all(task.zone());
    }
    return peers.stream().map(name -> Methods.named(name, task.zone())).toList();
  }

  EventLooks looks(OfflineTask task) {
    return eventPages
        .map(pages -> EventLooks.atMost(pages, task))
        .orElseGet(() -> EventLooks.withinReason(task));
  }
}
