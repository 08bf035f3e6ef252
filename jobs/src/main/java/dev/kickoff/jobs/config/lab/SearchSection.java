package dev.kickoff.jobs.config.lab;

import dev.kickoff.jobs.config.lab.LabSettings.Method;
import dev.kickoff.jobs.config.lab.LabSettings.Search;
import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.lab.tune.BayesianSearch;
import dev.kickoff.model.lab.tune.Cell;
import dev.kickoff.model.lab.tune.SearchSpace;
import dev.kickoff.model.lab.tune.Uncertainty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The search of a lab file: {@code search: {increments, thresholds, maxCpu, method, budget, seed,
 * published}} and {@code robust: {phaseMinutes, bootMinutes, draws, cpuError, loadError,
 * bootSpread, refusedChance, refusedMinutes, seed}}.
 */
final class SearchSection {
  private static final List<Double> PHASES = List.of(0.0, 1.0, 2.0, 3.0, 4.0);
  private static final List<Double> BOOTS = List.of(3.0, 3.5, 4.0);

  private final YamlSection root;

  SearchSection(YamlSection root) {
    this.root = root;
  }

  /** Where and how candidates are sought; empty when that is wrong. */
  Optional<Search> search() {
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
    int budget = Numbers.COUNT.integer(search, "budget").orElse(50);
    long seed = (long) Numbers.SEED.number(search, "seed").orElse(0);
    Optional<Cell> published =
        search.section("published", "{increment: 2, threshold: 15}").flatMap(SearchSection::cell);
    search.refuseUnknownKeys();
    Method by = Method.valueOf(method.orElse("grid").toUpperCase(Locale.ROOT));
    if (by == Method.BAYESIAN && budget > BayesianSearch.MOST) {
      search.refuse(
          "budget", " is too large for a Bayesian search", "write at most " + BayesianSearch.MOST);
    }
    try {
      SearchSpace space =
          new SearchSpace(
              increments.least(), increments.most(), thresholds.least(), thresholds.most());
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

  /** What is not known of the circumstances. */
  Uncertainty uncertainty() {
    Uncertainty.Errors standard = Uncertainty.Errors.STANDARD;
    Optional<YamlSection> found = root.section("robust", "{phaseMinutes: [0, 1, 2, 3, 4]}");
    if (found.isEmpty()) {
      return new Uncertainty(Numbers.minutes(PHASES), Numbers.minutes(BOOTS), 0, standard, 0);
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
    return new Uncertainty(Numbers.minutes(phases), Numbers.minutes(boots), draws, errors, seed);
  }
}
