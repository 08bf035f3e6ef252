package dev.kickoff.jobs.config.lab.variant;

import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.compare.RuleFacts;
import dev.kickoff.model.lab.sim.rule.PlannedRule;
import dev.kickoff.model.lab.sim.rule.ScalingRule;
import dev.kickoff.model.lab.sim.rule.Together;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the things that are compared: a scaling rule and, where it has its own, sizes.
 *
 * @param name unique among those compared
 * @param files where it was written, and the files that those build on; at least one
 * @param text of all of them
 * @param rule under {@code readWith}
 * @param readWith the load that a plan in it was made for
 * @param notes what a reader should know of how it was understood
 */
public record Variant(
    String name,
    List<Path> files,
    String text,
    ScalingRule rule,
    GroupSizes sizes,
    LoadCurve readWith,
    List<String> notes) {
  public Variant {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /** Where it was written. */
  public Path file() {
    return files.get(0);
  }

  /** The rule under another load: a plan is made for that load, as wrong as it was. */
  public ScalingRule ruleUnder(LoadCurve load) {
    return under(rule, load);
  }

  private ScalingRule under(ScalingRule one, LoadCurve load) {
    if (one instanceof Together together) {
      return new Together(together.rules().stream().map(part -> under(part, load)).toList());
    }
    if (one instanceof PlannedRule planned) {
      double peak = readWith.peak();
      double factor = peak > 0 ? planned.forecast().peak() / peak : 1;
      return new PlannedRule(load.times(factor), planned.host(), planned.target(), planned.ahead());
    }
    return one;
  }

  /** Everything that can be said of it, by name. */
  public Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>(RuleFacts.of(rule));
    facts.putAll(sizes.facts());
    return facts;
  }

  /** The same under another name. */
  public Variant named(String other) {
    return new Variant(other, files, text, rule, sizes, readWith, notes);
  }
}
