package dev.kickoff.jobs.lab.simulate;

import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.jobs.config.lab.LabSettings.NamedPolicy;
import dev.kickoff.model.lab.sim.LabResult;
import dev.kickoff.model.lab.sim.LabRun;
import dev.kickoff.model.lab.tune.Cell;
import java.util.List;
import java.util.Optional;

/** Plays the policies of a lab file in the expected circumstances. */
public final class SimulateTask {
  private SimulateTask() {}

  /**
   * The file's policies, in order; where it has none, the published settings of the one it tunes.
   */
  public static List<SimulatedPolicy> run(LabSettings settings) {
    return policies(settings).stream().map(policy -> played(settings, policy)).toList();
  }

  private static List<NamedPolicy> policies(LabSettings settings) {
    Optional<Cell> published = settings.search().published();
    if (!settings.policies().isEmpty() || settings.family().isEmpty() || published.isEmpty()) {
      return settings.policies();
    }
    Cell cell = published.get();
    return List.of(new NamedPolicy(cell.words(), settings.family().get().apply(cell)));
  }

  private static SimulatedPolicy played(LabSettings settings, NamedPolicy policy) {
    LabResult result =
        LabRun.traced(settings.load(), settings.group(), policy.rule(), settings.expected());
    double cost = settings.costs().of(result.paidHostMinutes(), result.overKneeMinutes());
    return new SimulatedPolicy(policy.name(), result, cost);
  }
}
