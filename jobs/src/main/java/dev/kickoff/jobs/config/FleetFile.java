package dev.kickoff.jobs.config;

import dev.kickoff.connectors.InputException;
import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlFile;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
 * spendPerHour, zonesToLose, growth, largeMove, launchesPerMinute, vcpusPerHost}} (default: {@link
 * GroupLimits#STANDARD}), {@code share} (default: {@link FleetClaim#STANDARD}), {@code aws:
 * {region, role, externalId, endpoint}} (default: what the process finds).
 */
public final class FleetFile {
  /** The service of a fleet, and of metrics, that name none. */
  public static final Service DEFAULT_SERVICE = new Service("web");

  private static final NumberRange WEIGHT =
      new NumberRange(1e-6, 1e6, "a weight above 0, up to 1000000");

  private final Path file;

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
    YamlFile yaml = new YamlFile(file, "describes no fleet", "hosts: {min: 2, max: 400}");
    YamlSection root = yaml.root();
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
    FleetLimits limits = FleetLimits.read(root, costs.hostHour());
    double share = WEIGHT.number(root, "share").orElse(FleetClaim.STANDARD.share());
    root.refuseUnknownKeys();
    yaml.failOnAny();
    GroupSettings settings =
        new GroupSettings(
            group.orElseThrow(),
            service.orElse(DEFAULT_SERVICE),
            profile.orElseThrow(),
            leadTime.orElseThrow(),
            bounds.orElseThrow(),
            mode,
            release,
            limits.group());
    return new FleetSettings(service, settings, reactive, zones, costs)
        .with(planning, door)
        .claiming(new FleetClaim(share, limits.vcpusPerHost()));
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
