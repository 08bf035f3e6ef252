package dev.kickoff.connectors.kafka;

import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityStep;
import dev.kickoff.model.capacity.PlanBasis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The plan that a group follows, and the leader that committed it.
 *
 * @param leaderEpoch the producer epoch of the leader; a lower one is a leader of the past
 * @param sequence rises by one with each head of a group
 */
public record PlanHead(long leaderEpoch, long sequence, CapacityPlan plan) {

  /** A plan head as it stands in its topic: flat, as other programs read it. */
  record Wire(
      String group,
      long leaderEpoch,
      long sequence,
      long calendarRevision,
      String digest,
      Optional<Instant> nearIssuedAt,
      Optional<Instant> farIssuedAt,
      Optional<Instant> demandThrough,
      List<CapacityStep> steps) {

    PlanHead toModel() {
      PlanBasis basis = new PlanBasis(nearIssuedAt, farIssuedAt, demandThrough, calendarRevision);
      return new PlanHead(leaderEpoch, sequence, new CapacityPlan(group, basis, steps, digest));
    }
  }

  Wire toWire() {
    PlanBasis basis = plan.basis();
    return new Wire(
        plan.group(),
        leaderEpoch,
        sequence,
        basis.calendarRevision(),
        plan.digest(),
        basis.nearIssuedAt(),
        basis.farIssuedAt(),
        basis.demandThrough(),
        plan.steps());
  }
}
