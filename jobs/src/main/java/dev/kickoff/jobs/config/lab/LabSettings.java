package dev.kickoff.jobs.config.lab;

import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.sim.Draw;
import dev.kickoff.model.lab.sim.LabGroup;
import dev.kickoff.model.lab.sim.rule.ScalingRule;
import dev.kickoff.model.lab.tune.Cell;
import dev.kickoff.model.lab.tune.SearchSpace;
import dev.kickoff.model.lab.tune.TuneProblem;
import dev.kickoff.model.lab.tune.Uncertainty;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the lab tries.
 *
 * @param load on the group
 * @param expected the circumstances that are taken as given
 * @param policies to simulate, in order; may be empty
 * @param family the rule of each candidate of a search; empty where nothing is searched
 * @param search where and how candidates are sought
 * @param uncertainty of the circumstances
 * @param costs of hosts and of minutes above the knee
 */
public record LabSettings(
    LoadCurve load,
    LabGroup group,
    Draw expected,
    List<NamedPolicy> policies,
    Optional<Function<Cell, ScalingRule>> family,
    Search search,
    Uncertainty uncertainty,
    Costs costs) {
  /** A policy and what it is called. */
  public record NamedPolicy(String name, ScalingRule rule) {}

  /** How candidates are sought. */
  public enum Method {
    /** Each of them. */
    GRID,
    /** Some of them, drawn. */
    RANDOM,
    /** Those that a model of the others' results expects most of. */
    BAYESIAN
  }

  /**
   * Where and how candidates are sought.
   *
   * @param limit the processor share that the busiest host must stay below, in percent
   * @param budget how many are tried, for RANDOM and BAYESIAN
   * @param published the settings that others have found; empty where the winner is judged
   */
  public record Search(
      SearchSpace space,
      double limit,
      Method method,
      int budget,
      long seed,
      Optional<Cell> published) {}

  /**
   * What hosts and shortage cost.
   *
   * @param hostHour of one host
   * @param overKneeMinute of a minute with the busiest host above the knee
   */
  public record Costs(double hostHour, double overKneeMinute) {
    /** The cost of a run. */
    public double of(double paidHostMinutes, double overKneeMinutes) {
      return hostHour * paidHostMinutes / 60 + overKneeMinute * overKneeMinutes;
    }
  }

  public LabSettings {
    policies = List.copyOf(policies);
  }

  /** The search as a problem; empty where nothing is searched. */
  public Optional<TuneProblem> problem() {
    return family.map(rules -> new TuneProblem(load, group, rules, search.limit()));
  }

  /** The same with so many draws in each case of what nobody controls. */
  public LabSettings drawing(int draws) {
    Uncertainty more =
        new Uncertainty(
            uncertainty.phases(),
            uncertainty.boots(),
            draws,
            uncertainty.errors(),
            uncertainty.seed());
    return new LabSettings(load, group, expected, policies, family, search, more, costs);
  }

  /** The same under another load. */
  public LabSettings under(LoadCurve other) {
    return new LabSettings(other, group, expected, policies, family, search, uncertainty, costs);
  }
}
