package dev.kickoff.model.capacity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The staircase of capacity that a group needs, as far as the forecasts reach.
 *
 * @param steps sorted by {@code neededAt}; they may overlap, then the largest counts
 * @param digest of group, basis and steps: two plans with one digest are the same plan
 * @param shortfalls what it wants and cannot have, by instant; empty when all of it fits
 */
public record CapacityPlan(
    String group,
    PlanBasis basis,
    List<CapacityStep> steps,
    String digest,
    List<Shortfall> shortfalls) {
  public CapacityPlan {
    steps = List.copyOf(steps);
    shortfalls = List.copyOf(shortfalls);
  }

  /** A plan that lacks nothing. */
  public CapacityPlan(String group, PlanBasis basis, List<CapacityStep> steps, String digest) {
    this(group, basis, steps, digest, List.of());
  }

  /** The step that asks for most at {@code instant}; empty where none is in force. */
  public Optional<CapacityStep> inForceAt(Instant instant) {
    return steps.stream()
        .filter(step -> step.isInForceAt(instant))
        .max(Comparator.comparingInt(CapacityStep::hosts));
  }
}
