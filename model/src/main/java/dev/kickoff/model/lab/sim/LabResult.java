package dev.kickoff.model.lab.sim;

import java.util.Optional;

/**
 * What came of a run.
 *
 * @param maxCpu of the busiest host, in percent
 * @param meanCpu of the group over all steps, in percent
 * @param overKneeMinutes with the busiest host above the knee
 * @param maxP95Millis the longest 95th percentile of latency, in milliseconds
 * @param hostMinutes of hosts in service
 * @param paidHostMinutes of hosts launched and not let go, booting ones too
 * @param mostHosts in service at once
 * @param trace the run step by step; empty where it was not asked for
 */
public record LabResult(
    double maxCpu,
    double meanCpu,
    double overKneeMinutes,
    double maxP95Millis,
    double hostMinutes,
    double paidHostMinutes,
    int mostHosts,
    Optional<LabTrace> trace) {
  /** Whether the busiest host stayed below a processor share. */
  public boolean isBelow(double cpu) {
    return maxCpu < cpu;
  }
}
