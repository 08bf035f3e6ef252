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
 */
public record CapacityPlan(String group, PlanBasis basis, List<CapacityStep> steps, String digest) {
  public CapacityPlan {
    steps = List.copyOf(steps);
  }

  /** The step that asks for most at {@code instant}; empty where none is in force. */
  public Optional<CapacityStep> inForceAt(Instant instant) {
    return steps.stream()
        .filter(step -> step.isInForceAt(instant))
        .max(Comparator.comparingInt(CapacityStep::hosts));
  }
}
