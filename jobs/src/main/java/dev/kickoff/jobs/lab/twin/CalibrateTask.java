package dev.kickoff.jobs.lab.twin;

import dev.kickoff.connectors.csv.activity.ActivitiesFile;
import dev.kickoff.connectors.csv.activity.ActivitiesRead;
import dev.kickoff.connectors.csv.activity.GroupMetricsFile;
import dev.kickoff.jobs.config.lab.LabFile;
import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.jobs.config.lab.LabSettings.NamedPolicy;
import dev.kickoff.model.lab.sim.ScalingRule;
import dev.kickoff.model.lab.twin.Calibration;
import dev.kickoff.model.lab.twin.TwinSettings;
import dev.kickoff.model.lab.twin.reality.Metrics;
import dev.kickoff.model.lab.twin.reality.Reality;
import dev.kickoff.model.lab.twin.reality.RealityReader;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code kickoff calibrate} was asked to do.
 *
 * @param config the lab file
 * @param activities what was launched
 * @param metrics CPU and load, at least one file
 * @param policy the name of the lab file's policy that the group has; empty for the first that fits
 * @param zone of times without an offset
 */
public record CalibrateTask(
    Path config, Path activities, List<Path> metrics, Optional<String> policy, ZoneId zone) {
  public CalibrateTask {
    metrics = List.copyOf(metrics);
  }

  /**
   * Reads the files and holds them against each other.
   *
   * @throws dev.kickoff.connectors.InputException where a file is wrong
   * @throws IllegalArgumentException where they do not go together; the message says what would
   */
  public CalibrationResult run() {
    ActivitiesRead read = ActivitiesFile.read(activities, zone);
    Metrics measured = GroupMetricsFile.read(metrics, zone);
    // The load does not depend on how many hosts there are; the lab file says that.
    Reality load = RealityReader.read(List.of(), measured, 1);
    LabSettings settings = LabFile.read(config, Optional.of(load.load()));
    TwinSettings planned = planned(settings);
    Reality reality = RealityReader.read(read.launches(), measured, settings.group().initial());
    List<String> notes = new ArrayList<>(read.notes());
    notes.addAll(reality.notes());
    return new CalibrationResult(this, settings, Calibration.of(reality, planned), notes);
  }

  /** All files that it reads, the lab file first. */
  List<Path> inputs() {
    List<Path> all = new ArrayList<>(List.of(config, activities));
    all.addAll(metrics);
    return all;
  }

  private TwinSettings planned(LabSettings settings) {
    List<NamedPolicy> named =
        settings.policies().stream()
            .filter(candidate -> policy.isEmpty() || policy.get().equals(candidate.name()))
            .toList();
    List<ScalingRule> rules = new ArrayList<>(named.stream().map(NamedPolicy::rule).toList());
    if (policy.isEmpty()) {
      settings
          .family()
          .flatMap(family -> settings.search().published().map(family::apply))
          .ifPresent(rules::add);
    }
    return rules.stream()
        .map(rule -> TwinSettings.of(settings.group(), rule, settings.expected()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(missing()));
  }

  private String missing() {
    String which = policy.map(name -> " called '" + name + "'").orElse("");
    return config
        + " has no policy of kind simple or step"
        + which
        + ", nor policy with search.published; add policies:"
        + " [{name: present, kind: simple, threshold: 25, increment: 1}]";
  }
}
