package dev.kickoff.jobs.offline;

import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.Forecaster;
import dev.kickoff.model.forecast.accuracy.Backtest;
import dev.kickoff.model.forecast.method.Methods;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Runs a backtest on all processors and hands over its forecasts in a fixed order: by stretch of
 * cutoffs that share a model, then cutoff, then service.
 */
public final class BacktestRun {
  private static final Duration STRETCH = Duration.ofHours(6);
  private static final int AHEAD = 4;

  private final OfflineTask task;
  private final List<Forecaster> methods;

  /**
   * @throws IllegalArgumentException for a method that does not exist; the message lists those that
   *     do
   */
  public BacktestRun(OfflineTask task) {
    this.task = task;
    List<Forecaster> all = Methods.inOrder(task.zone());
    this.methods = task.method().map(name -> List.of(Methods.named(name, task.zone()))).orElse(all);
  }

  /** How many forecasts there will be. */
  public long size() {
    return (long) task.backtest().cutoffs().size() * task.traces().size();
  }

  /**
   * Makes every forecast; a service without demand before a cutoff has one without steps.
   *
   * @param taker called from this thread, in order
   * @throws IllegalArgumentException when the one method that was asked for cannot be used
   */
  public void forEach(Consumer<DemandForecast> taker) {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Deque<List<Future<List<DemandForecast>>>> running = new ArrayDeque<>();
      for (List<Instant> stretch : stretches(task.backtest().cutoffs())) {
        List<Future<List<DemandForecast>>> ofStretch = new ArrayList<>();
        for (Backtest.Trace trace : task.traces()) {
          ofStretch.add(pool.submit(() -> forecasts(stretch, trace)));
        }
        running.add(ofStretch);
        if (running.size() > AHEAD * threads) {
          take(running.remove(), taker);
        }
      }
      while (!running.isEmpty()) {
        take(running.remove(), taker);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private List<DemandForecast> forecasts(List<Instant> cutoffs, Backtest.Trace trace) {
    ForecastDesk desk = new ForecastDesk(methods);
    return cutoffs.stream().map(at -> task.backtest().at(at, trace, desk)).toList();
  }

  private static void take(
      List<Future<List<DemandForecast>>> stretch, Consumer<DemandForecast> taker) {
    List<List<DemandForecast>> byService = stretch.stream().map(BacktestRun::get).toList();
    for (int cutoff = 0; cutoff < byService.get(0).size(); cutoff++) {
      for (List<DemandForecast> service : byService) {
        taker.accept(service.get(cutoff));
      }
    }
  }

  private static List<DemandForecast> get(Future<List<DemandForecast>> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while forecasting", e);
    }
  }

  private static List<List<Instant>> stretches(List<Instant> cutoffs) {
    List<List<Instant>> stretches = new ArrayList<>();
    long last = Long.MIN_VALUE;
    for (Instant cutoff : cutoffs) {
      long stretch = Math.floorDiv(cutoff.toEpochMilli(), STRETCH.toMillis());
      if (stretches.isEmpty() || stretch != last) {
        stretches.add(new ArrayList<>());
      }
      stretches.get(stretches.size() - 1).add(cutoff);
      last = stretch;
    }
    return stretches;
  }
}
