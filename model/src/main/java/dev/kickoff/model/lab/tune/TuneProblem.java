package dev.kickoff.model.lab.tune;

import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.sim.Draw;
import dev.kickoff.model.lab.sim.LabGroup;
import dev.kickoff.model.lab.sim.LabResult;
import dev.kickoff.model.lab.sim.LabRun;
import dev.kickoff.model.lab.sim.rule.ScalingRule;
import java.util.List;
import java.util.function.Function;

/**
 * What is tuned: a group under a load, and how settings become a rule.
 *
 * @param rules the rule of a candidate
 * @param limit the processor share that the busiest host must stay below, in percent
 */
public record TuneProblem(
    LoadCurve load, LabGroup group, Function<Cell, ScalingRule> rules, double limit) {
  /** Plays one candidate in one draw. */
  public CellOutcome play(Cell cell, Draw draw) {
    return new CellOutcome(cell, LabRun.play(load, group, rules.apply(cell), draw));
  }

  /** Plays one candidate in every draw. */
  public CellRisk risk(Cell cell, List<Draw> draws) {
    ScalingRule rule = rules.apply(cell);
    int safe = 0;
    double worst = 0;
    double cpu = 0;
    double hostMinutes = 0;
    for (Draw draw : draws) {
      LabResult result = LabRun.play(load, group, rule, draw);
      safe += result.isBelow(limit) ? 1 : 0;
      worst = Math.max(worst, result.maxCpu());
      cpu += result.meanCpu();
      hostMinutes += result.hostMinutes();
    }
    int cases = draws.size();
    return new CellRisk(cell, safe, cases, worst, cpu / cases, hostMinutes / cases);
  }
}
