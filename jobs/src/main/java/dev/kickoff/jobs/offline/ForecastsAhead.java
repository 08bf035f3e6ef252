package dev.kickoff.jobs.offline;

import dev.kickoff.model.forecast.ForecastIssuer;
import dev.kickoff.model.simulation.ForecastSchedule;
import dev.kickoff.model.simulation.IssuedForecasts;
import dev.kickoff.model.simulation.ReplayInput;
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
import java.util.function.Supplier;

/**
 * The forecasts of a replay, issued ahead of it by several threads.
 *
 * <p>Forecasts depend on recorded demand only, never on decisions, so whole blocks of them can be
 * issued side by side; each block has an issuer of its own, and the results are the same as one
 * after the other. Blocks are as long as a model is kept, so no model is learnt twice.
 */
public final class ForecastsAhead implements IssuedForecasts.Source, AutoCloseable {
  private static final Duration BLOCK = Duration.ofHours(6);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ReplayInput input;
  private final ForecastSchedule schedule;
  private final Supplier<ForecastIssuer> issuers;
  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService pool = Executors.newFixedThreadPool(threads);
  private final Deque<Future<List<IssuedForecasts>>> blocks = new ArrayDeque<>();
  private Instant nextBlockAt;
  private List<IssuedForecasts> current = List.of();
  private Instant currentAt;

  public ForecastsAhead(ReplayInput input, Supplier<ForecastIssuer> issuers) {
    this.input = input;
    this.schedule = new ForecastSchedule(input);
    this.issuers = issuers;
    this.nextBlockAt = schedule.firstAt();
    this.currentAt = nextBlockAt;
    submit();
  }

  private void submit() {
    while (blocks.size() <= threads && nextBlockAt.isBefore(input.until())) {
      Instant from = nextBlockAt;
      long block = BLOCK.toMillis();
      long end = (Math.floorDiv(from.toEpochMilli(), block) + 1) * block;
      Instant until = Instant.ofEpochMilli(Math.min(end, input.until().toEpochMilli()));
      blocks.add(pool.submit(() -> block(from, until)));
      nextBlockAt = until;
    }
  }

  private List<IssuedForecasts> block(Instant from, Instant until) {
    ForecastIssuer issuer = issuers.get();
    List<IssuedForecasts> issued = new ArrayList<>();
    for (Instant at = from; at.isBefore(until); at = at.plus(MINUTE)) {
      issued.add(schedule.issue(at, issuer));
    }
    return issued;
  }

  @Override
  public IssuedForecasts at(Instant minute) {
    int i = (int) Duration.between(currentAt, minute).toMinutes();
    if (i >= current.size()) {
      currentAt = currentAt.plus(MINUTE.multipliedBy(current.size()));
      current = await(blocks.remove());
      submit();
      return at(minute);
    }
    return current.get(i);
  }

  private static List<IssuedForecasts> await(Future<List<IssuedForecasts>> block) {
    try {
      return block.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while forecasting", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a forecast failed: " + e.getCause(), e);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
