package dev.kickoff.model.lab.sim.rule;

import java.util.List;

/**
 * Several rules on one group: the most that any of them wants is what counts, as on AWS; a rule
 * that leaves the capacity as it is has no say.
 *
 * @param rules at least one
 */
public record Together(List<ScalingRule> rules) implements ScalingRule {
  public Together {
    rules = List.copyOf(rules);
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("at least one rule");
    }
  }

  @Override
  public Decider start(Beat beat) {
    List<Decider> deciders = rules.stream().map(rule -> rule.start(beat)).toList();
    return view -> {
      boolean changed = false;
      int most = 0;
      for (Decider decider : deciders) {
        int wanted = decider.wanted(view);
        if (wanted != view.desired()) {
          changed = true;
          most = Math.max(most, wanted);
        }
      }
      return changed ? most : view.desired();
    };
  }
}
