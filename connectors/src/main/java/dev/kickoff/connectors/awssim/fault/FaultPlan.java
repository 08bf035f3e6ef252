package dev.kickoff.connectors.awssim.fault;

import dev.kickoff.model.simulation.fault.SeededCircumstances;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that goes wrong at an endpoint. Equal plans and requests give equal answers.
 *
 * @param seed of the draws for requests and lags
 * @param requests how requests are answered
 * @param circumstances how hosts boot, how late schedules run, which zones fail
 * @param stale by how much descriptions of groups may lag behind, at most, in virtual time
 * @param writers who else changes groups
 * @param refreshes instance refreshes
 */
public record FaultPlan(
    long seed,
    RequestFaults requests,
    SeededCircumstances circumstances,
    Duration stale,
    List<ForeignWriter> writers,
    List<Refresh> refreshes) {
  /** Nothing goes wrong. */
  public static final FaultPlan NONE =
      new FaultPlan(
          0,
          RequestFaults.NONE,
          new SeededCircumstances(0, Optional.empty(), Duration.ZERO, List.of()),
          Duration.ZERO,
          List.of(),
          List.of());

  public FaultPlan {
    writers = List.copyOf(writers);
    refreshes = List.copyOf(refreshes);
    if (stale.isNegative()) {
      throw new IllegalArgumentException("stale " + stale + " must not be negative");
    }
  }

  /** The same with requests answered otherwise. */
  public FaultPlan with(RequestFaults other) {
    return new FaultPlan(seed, other, circumstances, stale, writers, refreshes);
  }

  /** The same under other circumstances. */
  public FaultPlan with(SeededCircumstances other) {
    return new FaultPlan(seed, requests, other, stale, writers, refreshes);
  }

  /** The same with descriptions that lag. */
  public FaultPlan withStale(Duration lag) {
    return new FaultPlan(seed, requests, circumstances, lag, writers, refreshes);
  }

  /** The same with others who write. */
  public FaultPlan withWriters(List<ForeignWriter> others) {
    return new FaultPlan(seed, requests, circumstances, stale, others, refreshes);
  }

  /** The same with instance refreshes. */
  public FaultPlan withRefreshes(List<Refresh> others) {
    return new FaultPlan(seed, requests, circumstances, stale, writers, others);
  }
}
