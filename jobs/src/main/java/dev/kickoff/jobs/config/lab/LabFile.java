package dev.kickoff.jobs.config.lab;

import dev.kickoff.connectors.InputException;
import dev.kickoff.jobs.config.lab.LabSettings.Costs;
import dev.kickoff.jobs.config.lab.LabSettings.Search;
import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlFile;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.sim.Draw;
import dev.kickoff.model.lab.sim.LabGroup;
import dev.kickoff.model.lab.tune.Uncertainty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads the YAML file of the capacity lab; every problem is reported at once, with its place.
 *
 * <p>Required: {@code load} ({@link LoadSection}), {@code host} ({@link HostSection}), {@code
 * group} ({@link GroupSection}). To simulate: {@code policies}, a list ({@link PolicySection}). To
 * tune: {@code policy}, and how ({@link SearchSection}). Optional: {@code costs: {hostHour,
 * overKneeMinute}}, {@code circumstances}, {@code provenance} ({@link ProvenanceSection}).
 */
public final class LabFile {
  private static final LoadCurve NO_LOAD = new LoadCurve(Duration.ofMinutes(1), new double[1]);
  private static final HostCurve NO_HOST = new HostCurve(0, 1, 50);

  private final YamlFile file;
  private final YamlSection root;
  private final Path path;

  private LabFile(Path path) {
    this.path = path;
    this.file =
        new YamlFile(path, "describes nothing to try", "load: {stages: '10m:30000,30m:30000'}");
    this.root = file.root();
  }

  /**
   * Reads {@code file}.
   *
   * @param given a load that counts instead of the file's
   * @throws InputException with every problem, sorted by place
   */
  public static LabSettings read(Path file, Optional<LoadCurve> given) {
    return new LabFile(file).read(given);
  }

  private LabSettings read(Optional<LoadCurve> given) {
    // What is missing is said at the end; until then something stands in for it, so that every
    // problem is found at once.
    LoadCurve load = new LoadSection(root, path).read(given).orElse(NO_LOAD);
    HostCurve host = new HostSection(root, path).read().orElse(NO_HOST);
    GroupSection section = new GroupSection(root);
    Optional<LabGroup> group = section.group(host);
    GroupSection.Circumstances circumstances = section.circumstances();
    Policies policies = new Policies(root, load, host);
    Draw expected =
        new Draw(
            policies.phase(),
            section.boot(),
            1,
            1,
            1,
            circumstances.refused(),
            circumstances.dark(),
            0);
    SearchSection searched = new SearchSection(root);
    Optional<Search> search = searched.search();
    Uncertainty uncertainty = searched.uncertainty();
    Costs costs = costs();
    new ProvenanceSection(root).check();
    root.refuseUnknownKeys();
    file.failOnAny();
    return new LabSettings(
        load,
        group.orElseThrow(),
        expected,
        policies.named(),
        policies.family(),
        search.orElseThrow(),
        uncertainty,
        costs);
  }

  private Costs costs() {
    Optional<YamlSection> found = root.section("costs", "{hostHour: 0.10, overKneeMinute: 5}");
    Costs standard = new Costs(0.10, 5);
    return found
        .map(
            costs -> {
              Costs read =
                  new Costs(
                      NumberRange.COST.number(costs, "hostHour").orElse(standard.hostHour()),
                      NumberRange.COST
                          .number(costs, "overKneeMinute")
                          .orElse(standard.overKneeMinute()));
              costs.refuseUnknownKeys();
              return read;
            })
        .orElse(standard);
  }
}
