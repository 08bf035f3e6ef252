package dev.kickoff.model.capacity;

import dev.kickoff.model.audit.Fingerprint;
import dev.kickoff.model.forecast.DemandForecast;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns forecasts into a staircase of capacity.
 *
 * <p>As far as the near forecast reaches, each of its minutes is planned for by itself and no
 * longer than it lasts: the forecast is renewed before the next minute must be asked for, so only
 * what is needed a lead time from now is asked for now, and what is needed until then is kept. How
 * long capacity stays beyond that is for the guardrails. Beyond the near forecast, time is cut into
 * slots: a fall waits until nothing within the hold needs the level and the need is clearly lower.
 * Hosts are asked for a lead time (its p95) and a margin before they are needed.
 */
public final class CapacityPlanner {
  private final PlanningPolicy policy;

  public CapacityPlanner(PlanningPolicy policy) {
    this.policy = policy;
  }

  /** The plan for the forecasts given; without any it has no steps. */
  public CapacityPlan plan(PlanRequest request) {
    Staircase staircase = new Staircase(policy, request);
    request.near().ifPresent(staircase::addNear);
    request.far().ifPresent(far -> staircase.addFar(far, reached(request)));
    LimitedPlan limited = LimitedPlan.of(staircase.steps(), request);
    PlanBasis basis = basis(request);
    List<Object> parts = new ArrayList<>(List.of(request.group(), basis));
    parts.addAll(limited.steps());
    parts.addAll(limited.shortfalls());
    return new CapacityPlan(
        request.group(), basis, limited.steps(), Fingerprint.of(parts), limited.shortfalls());
  }

  private static Instant reached(PlanRequest request) {
    return request.near().map(DemandForecast::until).orElse(Instant.MIN);
  }

  private static PlanBasis basis(PlanRequest request) {
    List<DemandForecast> used = new ArrayList<>();
    request.near().ifPresent(used::add);
    request.far().ifPresent(used::add);
    return new PlanBasis(
        request.near().map(DemandForecast::issuedAt),
        request.far().map(DemandForecast::issuedAt),
        used.stream().flatMap(f -> f.demandThrough().stream()).max(Instant::compareTo),
        used.stream().mapToLong(DemandForecast::calendarRevision).min().orElse(0));
  }
}
