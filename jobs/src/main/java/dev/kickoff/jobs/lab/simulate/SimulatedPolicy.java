package dev.kickoff.jobs.lab.simulate;

import dev.kickoff.model.lab.sim.LabResult;
import dev.kickoff.model.lab.sim.LabTrace;

/**
 * A policy and what came of it.
 *
 * @param cost of its hosts and of its minutes above the knee
 */
public record SimulatedPolicy(String name, LabResult result, double cost) {
  /** Its run, step by step. */
  public LabTrace trace() {
    return result.trace().orElseThrow();
  }
}
