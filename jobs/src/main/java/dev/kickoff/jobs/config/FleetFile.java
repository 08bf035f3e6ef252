package dev.kickoff.jobs.config;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InputFile;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.capacity.PlanningPolicy;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.GroupLimits;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.FleetDoor;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.Costs;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the YAML file that describes a fleet; every problem is reported at once, with its place.
 *
 * <p>Required: {@code group}, {@code hosts: {min, max}}, {@code capacity: {rpmPerHost}} or {@code
 * {profile: FILE}} (relative to the fleet file), {@code leadTime: {minutes}} or {@code {p50, p95}}.
 * Optional: {@code service}, {@code hosts.initial} (default: {@code min}), {@code zones} (default:
 * a, b, c), {@code reactive: {kind, target, alarmMinutes, scaleInMinutes}} (default: none), {@code
 * costs: {hostHour, shortMinute}} or {@code {hostHour, unmetThousand}} (default: {@link
 * Costs#DEFAULT}), {@code planning: {quantile}} (default: by the costs), {@code mode} (default:
 * {@code forecast-only}), {@code release} (default: {@code floor}), {@code limits: {quota, tested,
 * spendPerHour, zonesToLose, growth, largeMove}} (default: {@link GroupLimits#STANDARD}), {@code
 * aws: {region, role, externalId, endpoint}} (default: what the process finds).
 */
public final class FleetFile {
  /** The service of a fleet, and of metrics, that name none. */
  public static final Service DEFAULT_SERVICE = new Service("web");

  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_ALIASES = 50;
  private static final int MAX_DEPTH = 50;

  private final Path file;
  private final Problems problems = new Problems();

  private FleetFile(Path file) {
    this.file = file;
  }

  /**
   * Reads {@code file}.
   *
   * @throws InputException with every problem, sorted by place
   */
  public static FleetSettings read(Path file) {
    return new FleetFile(file).read();
  }

  private FleetSettings read() {
    YamlSection root = new YamlSection(Place.of(file), "", compose(), problems);
    Optional<Service> service = service(root);
    Optional<String> group = root.text("group");
    root.require("group", "web-asg");
    Optional<GroupSize> bounds = FleetCapacity.bounds(root);
    Optional<HostProfile> profile = FleetCapacity.profile(root, file);
    Optional<LeadTime> leadTime = FleetCapacity.leadTime(root);
    List<String> zones = FleetPolicy.zones(root);
    Optional<ReactiveSettings> reactive = FleetPolicy.reactive(root);
    Costs costs = FleetPolicy.costs(root);
    PlanningPolicy planning = FleetPolicy.planning(root, costs);
    ControlMode mode = FleetPolicy.mode(root);
    ReleaseMode release = FleetPolicy.release(root);
    FleetDoor door = FleetReach.read(root);
    GroupLimits limits = FleetLimits.read(root, costs.hostHour());
    root.refuseUnknownKeys();
    failOnProblems();
    GroupSettings settings =
        new GroupSettings(
            group.orElseThrow(),
            service.orElse(DEFAULT_SERVICE),
            profile.orElseThrow(),
            leadTime.orElseThrow(),
            bounds.orElseThrow(),
            mode,
            release,
            limits);
    return new FleetSettings(service, settings, reactive, zones, costs).with(planning, door);
  }

  private MappingNode compose() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(MAX_BYTES);
    String text = InputFile.text(file, MAX_BYTES);
    try {
      Node node = new Yaml(options).compose(new StringReader(text));
      if (node instanceof MappingNode mapping) {
        return mapping;
      }
    } catch (MarkedYAMLException e) {
      Place place = YamlSection.place(Place.of(file), e.getProblemMark());
      throw malformed(place, "is not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw malformed(
          Place.of(file), "is not YAML: " + Problem.brief(String.valueOf(e.getMessage())));
    }
    throw malformed(Place.of(file), "describes no fleet");
  }

  private static InputException malformed(Place place, String what) {
    return new InputException(
        new Problem(
            place, ProblemKind.MALFORMED, what, "write keys such as hosts: {min: 2, max: 400}"));
  }

  private void failOnProblems() {
    if (!problems.isEmpty()) {
      throw new InputException(
          problems.detailed().stream()
              .sorted(
                  Comparator.comparingInt((Problem p) -> p.place().line().orElse(0))
                      .thenComparingInt(p -> p.place().column().orElse(0)))
              .toList());
    }
  }

  private static Optional<Service> service(YamlSection root) {
    Optional<String> name = root.text("service");
    try {
      return name.map(Service::new);
    } catch (IllegalArgumentException e) {
      root.refuse("service", " is not a service name", "use letters, digits, '.', '-' or '_'");
      return Optional.empty();
    }
  }
}
