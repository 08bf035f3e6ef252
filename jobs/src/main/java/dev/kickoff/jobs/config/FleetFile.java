package dev.kickoff.jobs.config;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InputFile;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.Costs;
import dev.kickoff.model.simulation.ReactiveSettings;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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
 * costs: {hostHour, shortMinute}} (default: {@link Costs#DEFAULT}), {@code mode} (default: {@code
 * forecast-only}), {@code release} (default: {@code floor}).
 */
public final class FleetFile {
  /** The service of a fleet, and of metrics, that name none. */
  public static final Service DEFAULT_SERVICE = new Service("web");

  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_ALIASES = 50;
  private static final int MAX_DEPTH = 50;
  private static final List<String> DEFAULT_ZONES = List.of("a", "b", "c");

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
    YamlSection root = YamlSection.root(Place.of(file), compose(), problems);
    Optional<Service> service = service(root);
    Optional<String> group = root.text("group");
    root.require("group", "web-asg");
    Optional<GroupSize> bounds = bounds(root);
    Optional<HostProfile> profile = profile(root);
    Optional<LeadTime> leadTime = leadTime(root);
    List<String> zones = zones(root);
    Optional<ReactiveSettings> reactive = reactive(root);
    Costs costs = costs(root);
    ControlMode mode = mode(root);
    ReleaseMode release = release(root);
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
            release);
    return new FleetSettings(service, settings, reactive, zones, costs);
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

  private static Optional<GroupSize> bounds(YamlSection root) {
    root.require("hosts", "{min: 2, max: 400, initial: 10}");
    Optional<YamlSection> found = root.section("hosts", "{min: 2, max: 400, initial: 10}");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    YamlSection hosts = found.get();
    OptionalInt min = hosts.integer("min", NumberRange.HOSTS);
    OptionalInt max = hosts.integer("max", NumberRange.HOSTS);
    OptionalInt initial = hosts.integer("initial", NumberRange.HOSTS);
    hosts.require("min", "2");
    hosts.require("max", "400");
    hosts.refuseUnknownKeys();
    if (min.isEmpty() || max.isEmpty()) {
      return Optional.empty();
    }
    if (max.getAsInt() < Math.max(1, min.getAsInt())) {
      hosts.refuse("max", " " + max.getAsInt() + " is below min, or 0", "raise max or lower min");
      return Optional.empty();
    }
    int desired = initial.orElse(min.getAsInt());
    if (desired < min.getAsInt() || desired > max.getAsInt()) {
      hosts.refuse("initial", " " + desired + " is not within min and max", "correct it");
      return Optional.empty();
    }
    return Optional.of(new GroupSize(min.getAsInt(), max.getAsInt(), desired));
  }

  private Optional<HostProfile> profile(YamlSection root) {
    root.require("capacity", "{rpmPerHost: 2000}");
    Optional<YamlSection> found = root.section("capacity", "{rpmPerHost: 2000}");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    YamlSection capacity = found.get();
    OptionalDouble rpm = capacity.number("rpmPerHost", NumberRange.POSITIVE);
    Optional<String> profile = capacity.text("profile");
    capacity.refuseUnknownKeys();
    if (capacity.has("rpmPerHost") && capacity.has("profile")) {
      capacity.refuse("profile", " is given beside rpmPerHost", "keep one of the two");
      return Optional.empty();
    }
    if (profile.isPresent()) {
      return ProfileFile.read(file.resolveSibling(profile.get()), capacity);
    }
    if (!capacity.has("profile")) {
      capacity.require("rpmPerHost", "2000");
    }
    return rpm.stream().mapToObj(HostProfile::new).findFirst();
  }

  private static Optional<LeadTime> leadTime(YamlSection root) {
    root.require("leadTime", "{minutes: 10}");
    Optional<YamlSection> found = root.section("leadTime", "{minutes: 10}");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    YamlSection time = found.get();
    OptionalDouble constant = time.number("minutes", NumberRange.MINUTES);
    OptionalDouble p50 = time.number("p50", NumberRange.MINUTES);
    OptionalDouble p95 = time.number("p95", NumberRange.MINUTES);
    time.refuseUnknownKeys();
    boolean distribution = time.has("p50") || time.has("p95");
    if (time.has("minutes") && distribution) {
      time.refuse("minutes", " is given beside p50 and p95", "keep minutes, or the two others");
      return Optional.empty();
    }
    if (!distribution) {
      time.require("minutes", "10");
      return constant.stream().mapToObj(m -> LeadTime.constant(minutes(m))).findFirst();
    }
    time.require("p50", "8");
    time.require("p95", "12");
    if (p50.isEmpty() || p95.isEmpty()) {
      return Optional.empty();
    }
    if (p95.getAsDouble() < p50.getAsDouble()) {
      time.refuse("p95", " is below p50", "95 of 100 launches cannot be faster than the median");
      return Optional.empty();
    }
    return Optional.of(new LeadTime(minutes(p50.getAsDouble()), minutes(p95.getAsDouble())));
  }

  private static Duration minutes(double minutes) {
    return Duration.ofMillis(Math.round(minutes * 60_000));
  }

  private static List<String> zones(YamlSection root) {
    List<String> zones = root.list("zones");
    if (zones.stream().distinct().count() < zones.size()) {
      root.refuse("zones", " names a zone twice", "name each zone once");
    }
    return zones.isEmpty() ? DEFAULT_ZONES : zones;
  }

  private static Optional<ReactiveSettings> reactive(YamlSection root) {
    Optional<YamlSection> found = root.section("reactive", "{kind: target-tracking, target: 0.7}");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    YamlSection reactive = found.get();
    Optional<String> kind = reactive.choice("kind", List.of("target-tracking", "none"));
    OptionalDouble target = reactive.number("target", NumberRange.SHARE);
    OptionalDouble alarm = reactive.number("alarmMinutes", NumberRange.PERIOD);
    OptionalDouble scaleIn = reactive.number("scaleInMinutes", NumberRange.PERIOD);
    reactive.require("kind", "target-tracking");
    boolean tracking = kind.equals(Optional.of("target-tracking"));
    if (tracking) {
      reactive.require("target", "0.7");
    }
    reactive.refuseUnknownKeys();
    return tracking && target.isPresent()
        ? Optional.of(
            new ReactiveSettings(
                target.getAsDouble(), minutes(alarm.orElse(5)), minutes(scaleIn.orElse(15))))
        : Optional.empty();
  }

  private static Costs costs(YamlSection root) {
    Optional<YamlSection> found = root.section("costs", "{hostHour: 0.10, shortMinute: 5.00}");
    if (found.isEmpty()) {
      return Costs.DEFAULT;
    }
    YamlSection costs = found.get();
    OptionalDouble hostHour = costs.number("hostHour", NumberRange.COST);
    OptionalDouble shortMinute = costs.number("shortMinute", NumberRange.COST);
    costs.refuseUnknownKeys();
    return new Costs(
        hostHour.orElse(Costs.DEFAULT.hostHour()), shortMinute.orElse(Costs.DEFAULT.shortMinute()));
  }

  private static ControlMode mode(YamlSection root) {
    Optional<String> mode = root.choice("mode", List.of("forecast-only", "forecast-and-scale"));
    return mode.equals(Optional.of("forecast-and-scale"))
        ? ControlMode.FORECAST_AND_SCALE
        : ControlMode.FORECAST_ONLY;
  }

  private static ReleaseMode release(YamlSection root) {
    Optional<String> release = root.choice("release", List.of("floor", "desired"));
    return release.equals(Optional.of("desired")) ? ReleaseMode.DESIRED : ReleaseMode.FLOOR;
  }
}
