package dev.kickoff.model.lab.tune;

import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.Stages;
import dev.kickoff.model.lab.sim.Draw;
import dev.kickoff.model.lab.sim.LabGroup;
import dev.kickoff.model.lab.sim.LabResult;
import dev.kickoff.model.lab.sim.rule.AlarmAction;
import dev.kickoff.model.lab.sim.rule.AlarmSettings;
import dev.kickoff.model.lab.sim.rule.Rearm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The example of the source: a surge to 150,000 requests per minute, 250 candidates. */
final class SourceProblem {
  static final SearchSpace SPACE = new SearchSpace(1, 10, 11, 35);
  static final double LIMIT = 50;
  static final Cell WINNER = new Cell(2, 15);

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final Draw EXPECTED =
      Draw.expected(Duration.ofMinutes(3), Duration.ofSeconds(210));
  private static final TuneProblem PROBLEM = problem();

  private SourceProblem() {}

  private static TuneProblem problem() {
    LoadCurve load =
        Stages.parse("10m:30000,8m:150000,30m:150000")
            .curve(Duration.ofSeconds(10), Stages.Between.ROWS);
    LabGroup group = LabGroup.of(HostCurve.through(2, 40_000, 30, 50), 1, 1, 1_000);
    AlarmSettings alarm = AlarmSettings.of(AlarmSettings.Kind.PERIODS, FIVE_MINUTES);
    return new TuneProblem(
        load,
        group,
        cell ->
            AlarmAction.adding(
                cell.increment(), cell.threshold(), alarm, Rearm.cooldown(FIVE_MINUTES)),
        LIMIT);
  }

  static List<CellOutcome> play(List<Cell> cells) {
    return cells.stream().map(cell -> PROBLEM.play(cell, EXPECTED)).toList();
  }

  /** An outcome as if a run had come to these figures. */
  static CellOutcome outcome(Cell cell, double maxCpu, double meanCpu) {
    return new CellOutcome(
        cell, new LabResult(maxCpu, meanCpu, 0, 10, 300, 300, 5, Optional.empty()));
  }
}
