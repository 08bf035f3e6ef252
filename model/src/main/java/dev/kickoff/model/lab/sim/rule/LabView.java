package dev.kickoff.model.lab.sim.rule;

/** What a rule sees of a run at its present step: the past, and the group. */
public interface LabView {
  /** The present step, counted from zero. */
  int step();

  /** The group's mean processor share at a step up to the present, in percent. */
  double cpu(int step);

  /** Whether the metric has a value at a step up to the present. */
  boolean isKnown(int step);

  /** Hosts wanted, in service or not. */
  int desired();

  /** Hosts in service. */
  int inService();

  /** Mean processor share of steps [{@code from}, {@code to}], in percent. */
  default double meanCpu(int from, int to) {
    double sum = 0;
    for (int i = from; i <= to; i++) {
      sum += cpu(i);
    }
    return sum / (to - from + 1);
  }
}
