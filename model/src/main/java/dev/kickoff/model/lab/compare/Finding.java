package dev.kickoff.model.lab.compare;

import java.util.List;

/**
 * What was found of a variant beside the base.
 *
 * @param variant its name
 * @param primary in the metric of the hypothesis
 * @param guards in the guarded metrics, in their order
 * @param p chance to see as much where nothing worth having is there, corrected for the number of
 *     variants (Holm, Scandinavian Journal of Statistics 6, 1979)
 * @param isSame whether no pair differs in the metric
 */
public record Finding(
    String variant,
    PairedDifference primary,
    List<GuardFinding> guards,
    double p,
    boolean isSame,
    Verdict verdict) {
  /** What was found of a guarded metric. */
  public record GuardFinding(Hypothesis.Guard guard, PairedDifference found, State state) {
    /** The most that it may grow by. */
    public double most() {
      return guard.margin().of(found.base());
    }
  }

  /** How a guard stands. */
  public enum State {
    /** The whole interval is within the margin. */
    KEPT,
    /** The whole interval is beyond it. */
    BROKEN,
    UNSURE
  }

  public Finding {
    guards = List.copyOf(guards);
  }
}
