package dev.kickoff.model.lab.tune;

import dev.kickoff.model.lab.sim.LabResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A candidate and what came of it in one run. */
public record CellOutcome(Cell cell, LabResult result) {
  /** Means that differ by less are alike. */
  private static final double ALIKE = 1e-6;

  /**
   * The best first: the highest mean processor share, the highest threshold, the least increment.
   */
  public static final Comparator<CellOutcome> BEST_FIRST =
      Comparator.comparingDouble((CellOutcome o) -> -ranked(o.result().meanCpu()))
          .thenComparing(o -> o.cell(), byThresholdThenIncrement());

  static double ranked(double meanCpu) {
    return Math.rint(meanCpu / ALIKE);
  }

  static Comparator<Cell> byThresholdThenIncrement() {
    return Comparator.comparingInt((Cell cell) -> -cell.threshold())
        .thenComparingInt(Cell::increment);
  }

  /** Those that stay below a processor share throughout, the best first. */
  public static List<CellOutcome> feasible(List<CellOutcome> outcomes, double limit) {
    return outcomes.stream().filter(o -> o.result().isBelow(limit)).sorted(BEST_FIRST).toList();
  }

  /** The best of those that stay below a processor share; empty when none does. */
  public static Optional<CellOutcome> winner(List<CellOutcome> outcomes, double limit) {
    return feasible(outcomes, limit).stream().findFirst();
  }
}
