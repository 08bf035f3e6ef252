package dev.kickoff.model.lab.sim.rule;

/** How a group is scaled: a policy's settings, which hold for any number of runs. */
public interface ScalingRule {
  /** The rule as it decides in one run; it may remember what it has seen. */
  Decider start(Beat beat);

  /** A rule in the midst of a run. */
  interface Decider {
    /** The hosts wanted after the present step; the desired capacity where nothing changes. */
    int wanted(LabView view);
  }
}
