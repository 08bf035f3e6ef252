package dev.kickoff.model.lab.twin;

import dev.kickoff.model.lab.sim.LabRun;
import dev.kickoff.model.lab.sim.LabTrace;
import dev.kickoff.model.lab.twin.reality.Reality;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A simulated run beside reality, under the load that really came.
 *
 * @param trace of the run
 * @param cpu of the run, the mean over each measured row, in percent
 * @param meanCpuError mean absolute difference to reality, in percent points
 * @param peakCpu the highest of {@code cpu}
 * @param scaleOuts one for each real launch, the first beside the run's first
 * @param extra launches of the run that reality did not have
 */
public record Comparison(
    LabTrace trace,
    double[] cpu,
    double meanCpuError,
    double peakCpu,
    List<ScaleOut> scaleOuts,
    int extra) {
  /**
   * A real launch and when the run has it.
   *
   * @param atMinute when it really was, since the beginning
   * @param minutesLater by how much the run is later, negative for earlier; empty where the run has
   *     none
   */
  public record ScaleOut(double atMinute, OptionalDouble minutesLater) {}

  public Comparison {
    scaleOuts = List.copyOf(scaleOuts);
  }

  static Comparison of(Reality reality, TwinSettings settings) {
    LabTrace trace = run(reality, settings);
    double[] cpu = reality.overRows(trace.cpu());
    double off = 0;
    double peak = 0;
    for (int i = 0; i < cpu.length; i++) {
      off += Math.abs(cpu[i] - reality.rows().get(i).cpu());
      peak = Math.max(peak, cpu[i]);
    }
    List<Integer> simulated = launches(trace);
    List<ScaleOut> scaleOuts = new ArrayList<>();
    for (int i = 0; i < reality.launches().size(); i++) {
      int real = reality.launches().get(i);
      OptionalDouble later =
          i < simulated.size()
              ? OptionalDouble.of(Reality.minutes(simulated.get(i) - real))
              : OptionalDouble.empty();
      scaleOuts.add(new ScaleOut(Reality.minutes(real), later));
    }
    int extra = Math.max(0, simulated.size() - scaleOuts.size());
    return new Comparison(trace, cpu, off / Math.max(1, cpu.length), peak, scaleOuts, extra);
  }

  /** The run itself. */
  static LabTrace run(Reality reality, TwinSettings settings) {
    return LabRun.traced(reality.load(), settings.group(), settings.rule(), settings.draw())
        .trace()
        .orElseThrow();
  }

  /** Steps at which hosts were asked for. */
  static List<Integer> launches(LabTrace trace) {
    List<Integer> steps = new ArrayList<>();
    int before = trace.inService()[0];
    for (int step = 0; step < trace.desired().length; step++) {
      if (trace.desired()[step] > before) {
        steps.add(step);
      }
      before = trace.desired()[step];
    }
    return steps;
  }

  /** Mean absolute error of the scale-outs that both have, in minutes; empty for none. */
  public OptionalDouble timingError() {
    return scaleOuts.stream()
        .filter(scaleOut -> scaleOut.minutesLater().isPresent())
        .mapToDouble(scaleOut -> Math.abs(scaleOut.minutesLater().getAsDouble()))
        .average();
  }

  /** Real launches that the run does not have. */
  public long missed() {
    return scaleOuts.stream().filter(scaleOut -> scaleOut.minutesLater().isEmpty()).count();
  }
}
