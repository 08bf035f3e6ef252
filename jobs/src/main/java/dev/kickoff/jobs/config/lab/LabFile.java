package dev.kickoff.jobs.config.lab;

import dev.kickoff.connectors.InputException;
import dev.kickoff.jobs.config.lab.LabSettings.Costs;
import dev.kickoff.jobs.config.lab.LabSettings.Method;
import dev.kickoff.jobs.config.lab.LabSettings.NamedPolicy;
import dev.kickoff.jobs.config.lab.LabSettings.Search;
import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlFile;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.sim.Draw;
import dev.kickoff.model.lab.sim.LabGroup;
import dev.kickoff.model.lab.sim.ScalingRule;
import dev.kickoff.model.lab.sim.Stretch;
import dev.kickoff.model.lab.tune.BayesianSearch;
import dev.kickoff.model.lab.tune.Cell;
import dev.kickoff.model.lab.tune.SearchSpace;
import dev.kickoff.model.lab.tune.Uncertainty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Reads the YAML file of the capacity lab; every problem is reported at once, with its place.
 *
 * <p>Required: {@code load} ({@link LoadSection}), {@code host} ({@link HostSection}), {@code
 * group: {hosts, bootMinutes}}. To simulate: {@code policies}, a list ({@link PolicySection}). To
 * tune: {@code policy}, {@code search: {increments, thresholds, maxCpu, method, budget, seed,
 * published}}, {@code robust: {phaseMinutes, bootMinutes, draws, cpuError, loadError, bootSpread,
 * refusedChance, refusedMinutes, seed}}. Optional: {@code costs: {hostHour, overKneeMinute}},
 * {@code circumstances: {refused, dark}}, lists of {@code {fromMinute, minutes}}.
 */
public final class LabFile {
  private static final List<Double> PHASES = List.of(0.0, 1.0, 2.0, 3.0, 4.0);
  private static final List<Double> BOOTS = List.of(3.0, 3.5, 4.0);
  private static final int MOST_HOSTS = 1_000;

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
    Optional<LoadCurve> load = new LoadSection(root, path).read(given);
    Optional<HostCurve> host = new HostSection(root, path).read();
    Optional<LabGroup> group = host.flatMap(this::group);
    Duration boot = boot();
    List<Stretch> refused = stretches("refused");
    List<Stretch> dark = stretches("dark");
    // What follows needs these; what is wrong with them is said first.
    if (load.isEmpty() || host.isEmpty() || group.isEmpty()) {
      file.failOnAny();
    }
    LoadCurve curve = load.orElseThrow();
    HostCurve one = host.orElseThrow();
    List<NamedPolicy> policies = new ArrayList<>();
    Duration phase = Duration.ZERO;
    for (YamlSection section : root.has("policies") ? root.sections("policies") : noSections()) {
      PolicySection policy = new PolicySection(section, curve, one);
      policies.addAll(policy.read());
      phase = policy.phase().isZero() ? phase : policy.phase();
    }
    Optional<Function<Cell, ScalingRule>> family = Optional.empty();
    if (root.has("policy")) {
      Optional<PolicySection> searched =
          root.section("policy", "{kind: simple}").map(s -> new PolicySection(s, curve, one));
      family = searched.map(PolicySection::family);
      phase = searched.map(PolicySection::phase).orElse(phase);
    }
    Draw expected = new Draw(phase, boot, 1, 1, 1, refused, dark, 0);
    Optional<Search> search = search();
    Optional<Uncertainty> uncertainty = uncertainty();
    Costs costs = costs();
    root.refuseUnknownKeys();
    file.failOnAny();
    return new LabSettings(
        curve,
        group.orElseThrow(),
        expected,
        policies,
        family,
        search.orElseThrow(),
        uncertainty.orElseThrow(),
        costs);
  }

  private static List<YamlSection> noSections() {
    return List.of();
  }

  private Optional<LabGroup> group(HostCurve host) {
    root.require("group", "{hosts: 1, bootMinutes: 3.5}");
    Optional<YamlSection> found = root.section("group", "{hosts: 1, bootMinutes: 3.5}");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    YamlSection group = found.get();
    group.require("hosts", "1");
    group.require("bootMinutes", "3.5");
    OptionalInt hosts = Numbers.COUNT.integer(group, "hosts");
    int min = Numbers.COUNT.integer(group, "min").orElse(1);
    int max = Numbers.COUNT.integer(group, "max").orElse(MOST_HOSTS);
    OptionalDouble warmIn = NumberRange.MINUTES.number(group, "warmInMinutes");
    int guarded = Numbers.ANY_COUNT.integer(group, "protected").orElse(0);
    double millis = NumberRange.POSITIVE.number(group, "serviceMillis").orElse(10);
    group.has("bootMinutes");
    group.refuseUnknownKeys();
    if (hosts.isPresent() && (hosts.getAsInt() < min || hosts.getAsInt() > max)) {
      group.refuse("hosts", " is not within min and max", "write " + min + " to " + max);
      return Optional.empty();
    }
    return hosts.stream()
        .mapToObj(
            initial ->
                new LabGroup(
                    host,
                    initial,
                    min,
                    max,
                    NumberRange.minutes(warmIn.orElse(0)),
                    guarded,
                    millis))
        .findFirst();
  }

  private Duration boot() {
    return root.section("group", "{hosts: 1, bootMinutes: 3.5}")
        .map(group -> NumberRange.MINUTES.number(group, "bootMinutes"))
        .filter(OptionalDouble::isPresent)
        .map(minutes -> NumberRange.minutes(minutes.getAsDouble()))
        .orElse(Duration.ZERO);
  }

  private List<Stretch> stretches(String key) {
    Optional<YamlSection> circumstances =
        root.section("circumstances", "{refused: [{fromMinute: 10, minutes: 5}]}");
    List<Stretch> stretches = new ArrayList<>();
    if (circumstances.isEmpty() || !circumstances.get().has(key)) {
      return stretches;
    }
    for (YamlSection section : circumstances.get().sections(key)) {
      section.require("fromMinute", "10");
      section.require("minutes", "5");
      OptionalDouble from = NumberRange.MINUTES.number(section, "fromMinute");
      OptionalDouble minutes = NumberRange.PERIOD.number(section, "minutes");
      section.refuseUnknownKeys();
      if (from.isPresent() && minutes.isPresent()) {
        Duration begins = NumberRange.minutes(from.getAsDouble());
        stretches.add(new Stretch(begins, begins.plus(NumberRange.minutes(minutes.getAsDouble()))));
      }
    }
    circumstances.get().has("refused");
    circumstances.get().has("dark");
    circumstances.get().refuseUnknownKeys();
    return stretches;
  }

  private Optional<Search> search() {
    Optional<YamlSection> found = root.section("search", "{increments: 1..10, maxCpu: 50}");
    if (found.isEmpty()) {
      return Optional.of(
          new Search(new SearchSpace(1, 10, 11, 35), 50, Method.GRID, 50, 0, Optional.empty()));
    }
    YamlSection search = found.get();
    Numbers.Whole increments = Numbers.range(search, "increments", new Numbers.Whole(1, 10));
    Numbers.Whole thresholds = Numbers.range(search, "thresholds", new Numbers.Whole(11, 35));
    double limit = Numbers.THRESHOLD.number(search, "maxCpu").orElse(50);
    Optional<String> method = search.choice("method", List.of("grid", "random", "bayesian"));
    Method by = Method.valueOf(method.orElse("grid").toUpperCase(Locale.ROOT));
    int budget = Numbers.COUNT.integer(search, "budget").orElse(50);
    long seed = (long) Numbers.SEED.number(search, "seed").orElse(0);
    Optional<Cell> published =
        search.section("published", "{increment: 2, threshold: 15}").flatMap(LabFile::cell);
    search.refuseUnknownKeys();
    try {
      SearchSpace space =
          new SearchSpace(
              increments.least(), increments.most(), thresholds.least(), thresholds.most());
      if (by == Method.BAYESIAN && budget > BayesianSearch.MOST) {
        search.refuse(
            "budget",
            " is too large for a Bayesian search",
            "write at most " + BayesianSearch.MOST);
      }
      return Optional.of(new Search(space, limit, by, budget, seed, published));
    } catch (IllegalArgumentException e) {
      root.refuse("search", ": " + e.getMessage(), "write increments: 1..10, thresholds: 11..35");
      return Optional.empty();
    }
  }

  private static Optional<Cell> cell(YamlSection cell) {
    cell.require("increment", "2");
    cell.require("threshold", "15");
    OptionalInt increment = Numbers.COUNT.integer(cell, "increment");
    OptionalInt threshold = Numbers.COUNT.integer(cell, "threshold");
    cell.refuseUnknownKeys();
    return increment.isPresent() && threshold.isPresent()
        ? Optional.of(new Cell(increment.getAsInt(), threshold.getAsInt()))
        : Optional.empty();
  }

  private Optional<Uncertainty> uncertainty() {
    Uncertainty.Errors standard = Uncertainty.Errors.STANDARD;
    Optional<YamlSection> found = root.section("robust", "{phaseMinutes: [0, 1, 2, 3, 4]}");
    if (found.isEmpty()) {
      return Optional.of(
          new Uncertainty(Numbers.minutes(PHASES), Numbers.minutes(BOOTS), 0, standard, 0));
    }
    YamlSection robust = found.get();
    List<Double> phases = Numbers.list(robust, "phaseMinutes", NumberRange.MINUTES, PHASES);
    List<Double> boots = Numbers.list(robust, "bootMinutes", NumberRange.MINUTES, BOOTS);
    int draws = Numbers.ANY_COUNT.integer(robust, "draws").orElse(0);
    Uncertainty.Errors errors =
        new Uncertainty.Errors(
            Numbers.ERROR.number(robust, "cpuError").orElse(standard.cpu()),
            Numbers.ERROR.number(robust, "loadError").orElse(standard.load()),
            Numbers.SPREAD.number(robust, "bootSpread").orElse(standard.bootSpread()),
            Numbers.ERROR.number(robust, "refusedChance").orElse(standard.refused()),
            NumberRange.minutes(NumberRange.PERIOD.number(robust, "refusedMinutes").orElse(5)));
    long seed = (long) Numbers.SEED.number(robust, "seed").orElse(0);
    robust.refuseUnknownKeys();
    return Optional.of(
        new Uncertainty(Numbers.minutes(phases), Numbers.minutes(boots), draws, errors, seed));
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
