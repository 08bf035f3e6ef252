package dev.kickoff.jobs.proof.run;

import dev.kickoff.jobs.Brain;
import dev.kickoff.jobs.control.Ledger;
import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.guardrail.Guardrails;
import dev.kickoff.model.fleet.Fleet;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a controller under proof is made of, so that a test can break one part and see the proof
 * fail.
 *
 * @param guardrails the rules, anew for each controller
 * @param planner turns forecasts into plans
 * @param ledger what stands between it and its ledger
 * @param fleet what stands between it and its fleet
 */
public record Parts(
    Supplier<List<Guardrail>> guardrails,
    CapacityPlanner planner,
    UnaryOperator<Ledger> ledger,
    UnaryOperator<Fleet> fleet) {
  /** The parts that run in production, and nothing in between. */
  public static final Parts REAL =
      new Parts(
          Guardrails::standard,
          Brain.planner(),
          UnaryOperator.identity(),
          UnaryOperator.identity());

  /** The same with other rules. */
  public Parts guardedBy(Supplier<List<Guardrail>> others) {
    return new Parts(others, planner, ledger, fleet);
  }

  /** The same with something between it and its ledger. */
  public Parts writingTo(UnaryOperator<Ledger> other) {
    return new Parts(guardrails, planner, other, fleet);
  }

  /** The same with something between it and its fleet. */
  public Parts calling(UnaryOperator<Fleet> other) {
    return new Parts(guardrails, planner, ledger, other);
  }
}
