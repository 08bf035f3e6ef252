package dev.kickoff.model.lab.twin.fit;

import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.sim.LabView;
import dev.kickoff.model.lab.twin.reality.Reality;

/**
 * Reality as a rule would have seen it: the processor share of each step is what the host's line
 * says, moved so that each row has its measured mean.
 */
public final class Watched implements LabView {
  private final Reality reality;
  private final double[] cpu;
  private final boolean[] known;
  private int step;

  public Watched(Reality reality, HostCurve host) {
    this.reality = reality;
    this.cpu = reality.rpmPerHost();
    this.known = new boolean[cpu.length];
    for (int i = 0; i < cpu.length; i++) {
      cpu[i] = host.cpuAt(cpu[i]);
    }
    for (Reality.Row row : reality.rows()) {
      double off = row.cpu() - Reality.mean(cpu, row);
      for (int i = row.from(); i < row.until(); i++) {
        cpu[i] += off;
        known[i] = true;
      }
    }
  }

  public void at(int newStep) {
    step = newStep;
  }

  @Override
  public int step() {
    return step;
  }

  @Override
  public double cpu(int at) {
    return cpu[at];
  }

  @Override
  public boolean isKnown(int at) {
    return known[at];
  }

  @Override
  public int desired() {
    // As it was when the rule decided: the launch of this step is what it decided on.
    return reality.desired()[Math.max(0, step - 1)];
  }

  @Override
  public int inService() {
    return reality.inService()[step];
  }
}
