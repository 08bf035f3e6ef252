package dev.kickoff.jobs.offline.backtest;

import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.model.forecast.DemandForecast;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Runs a backtest on several threads and hands over its results in an order that does not depend on
 * them: by stretch of cutoffs that share a model, then service.
 */
public final class BacktestRun {
  private static final int AHEAD = 4;

  private final EventLooks looks;
  private final BacktestPlan plan;
  private final UnitWork work;
  private final int threads;

  /**
   * @throws IllegalArgumentException for a method that does not exist; the message lists those that
   *     do
   */
  public BacktestRun(OfflineTask task, BacktestOptions options) {
    this.looks = options.looks(task);
    this.plan = BacktestPlan.of(task, looks);
    this.work = new UnitWork(task, options);
    this.threads = options.parallel();
  }

  /** A unit with what came of it. */
  public record Done(BacktestPlan.Unit unit, UnitResult result) {}

  /** How many forecasts there will be, those of peers not counted. */
  public long size() {
    return plan.size();
  }

  /** The pages of events that results are for. */
  public EventLooks looks() {
    return looks;
  }

  /** Every forecast that was chosen, by cutoff, then service. */
  public List<DemandForecast> chosen() {
    List<DemandForecast> all = new ArrayList<>();
    forEach(
        RunJournal.none(), stretch -> stretch.forEach(done -> all.addAll(done.result().chosen())));
    return all;
  }

  /**
   * Does every unit, but takes from the journal what it holds, and enters the rest there.
   *
   * @param taker called from this thread, in order, for each stretch with a unit of every service
   * @throws IllegalArgumentException when the one method that was asked for cannot be used
   */
  public void forEach(RunJournal journal, Consumer<List<Done>> taker) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Deque<List<Future<Done>>> running = new ArrayDeque<>();
      for (List<BacktestPlan.Unit> stretch : plan.stretches()) {
        List<Future<Done>> ofStretch = new ArrayList<>();
        for (BacktestPlan.Unit unit : stretch) {
          Optional<UnitResult> kept = journal.next(unit);
          ofStretch.add(pool.submit(() -> new Done(unit, kept.orElseGet(() -> work.of(unit)))));
        }
        running.add(ofStretch);
        if (running.size() > AHEAD * threads) {
          take(running.remove(), journal, taker);
        }
      }
      while (!running.isEmpty()) {
        take(running.remove(), journal, taker);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void take(
      List<Future<Done>> stretch, RunJournal journal, Consumer<List<Done>> taker) {
    List<Done> done = new ArrayList<>();
    for (Future<Done> unit : stretch) {
      done.add(get(unit));
      journal.enter(done.get(done.size() - 1));
    }
    taker.accept(done);
  }

  private static Done get(Future<Done> future) {
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
}
