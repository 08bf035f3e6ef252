package dev.kickoff.model.lab.sim;

import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.sim.rule.Beat;
import dev.kickoff.model.lab.sim.rule.LabView;
import dev.kickoff.model.lab.sim.rule.ScalingRule;
import java.util.Optional;

/**
 * One run: a group under a load, scaled by a rule, in the circumstances of a draw.
 *
 * <p>In each step hosts that have booted begin to serve, the load is dealt to those that serve, the
 * rule sees the step and may change what is wanted. Deterministic; a run is used once, by one
 * thread.
 */
public final class LabRun implements LabView {
  private static final double MINUTE = 60;
  private static final double PERCENT = 100;
  private static final double THOUSAND = 1_000;

  private final LoadCurve load;
  private final LabGroup group;
  private final Draw draw;
  private final LabHosts hosts;
  private final double[] cpu;
  private final int stepSeconds;
  private final Beat beat;
  private int step;

  private LabRun(LoadCurve load, LabGroup group, Draw draw) {
    this.load = load;
    this.group = group;
    this.draw = draw;
    this.stepSeconds = (int) load.step().toSeconds();
    this.beat = Beat.of(stepSeconds, draw.phase(), draw.boot());
    this.hosts = new LabHosts(group, draw, beat, load.size());
    this.cpu = new double[load.size()];
  }

  /** Plays a load. */
  public static LabResult play(LoadCurve load, LabGroup group, ScalingRule rule, Draw draw) {
    LabRun run = new LabRun(load, group, draw);
    return run.play(rule.start(run.beat), Optional.empty());
  }

  /** Plays a load and keeps every step. */
  public static LabResult traced(LoadCurve load, LabGroup group, ScalingRule rule, Draw draw) {
    LabRun run = new LabRun(load, group, draw);
    int steps = load.size();
    LabTrace trace =
        new LabTrace(
            run.stepSeconds,
            new double[steps],
            run.cpu,
            new int[steps],
            new int[steps],
            new double[steps]);
    return run.play(rule.start(run.beat), Optional.of(trace));
  }

  private LabResult play(ScalingRule.Decider rule, Optional<LabTrace> trace) {
    double slope = group.host().cpuPerKrpm() / THOUSAND * draw.cpuFactor();
    double idle = group.host().idleCpu();
    double knee = group.host().kneeCpu();
    Latency latency = new Latency(group.serviceMillis(), stepSeconds);
    double sum = 0;
    double max = 0;
    double slowest = 0;
    int overKnee = 0;
    long hostSteps = 0;
    long paidSteps = 0;
    int most = 0;
    for (step = 0; step < cpu.length; step++) {
      hosts.pass(step);
      double rpm = load.at(step) * draw.loadFactor();
      int serving = hosts.inService();
      cpu[step] = idle + slope * rpm / serving;
      double busiest = idle + slope * rpm / hosts.shares(step);
      double p95 = latency.after(busiest / PERCENT);
      sum += cpu[step];
      max = Math.max(max, busiest);
      slowest = Math.max(slowest, p95);
      overKnee += busiest > knee ? 1 : 0;
      most = Math.max(most, serving);
      hosts.want(rule.wanted(this), step);
      hostSteps += serving;
      paidSteps += hosts.launched();
      if (trace.isPresent()) {
        note(trace.get(), rpm, serving, p95);
      }
    }
    return new LabResult(
        max,
        sum / cpu.length,
        overKnee * stepSeconds / MINUTE,
        slowest,
        hostSteps * stepSeconds / MINUTE,
        paidSteps * stepSeconds / MINUTE,
        most,
        trace);
  }

  private void note(LabTrace trace, double rpm, int serving, double p95) {
    trace.rpm()[step] = rpm;
    trace.desired()[step] = hosts.desired();
    trace.inService()[step] = serving;
    trace.p95Millis()[step] = p95;
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
    return !draw.isDark((long) at * stepSeconds);
  }

  @Override
  public int desired() {
    return hosts.desired();
  }

  @Override
  public int inService() {
    return hosts.inService();
  }
}
