package dev.kickoff.jobs.config.lab.variant;

import dev.kickoff.model.lab.sim.LabGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The sizes of a group as far as a variant has its own.
 *
 * @param initial hosts at the beginning
 * @param min the fewest
 * @param max the most
 */
public record GroupSizes(OptionalInt initial, OptionalInt min, OptionalInt max) {
  public static final GroupSizes NONE =
      new GroupSizes(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

  /**
   * The group with these sizes; what it begins with is moved within them.
   *
   * @throws IllegalArgumentException where the fewest are more than the most
   */
  public LabGroup of(LabGroup group) {
    int least = min.orElse(group.min());
    int most = max.orElse(group.max());
    if (least > most) {
      throw new IllegalArgumentException(
          "a group of at least %d and at most %d hosts".formatted(least, most));
    }
    int begins = Math.max(least, Math.min(most, initial.orElse(group.initial())));
    return new LabGroup(
        group.host(), begins, least, most, group.warmIn(), group.guarded(), group.serviceMillis());
  }

  /** The same facts in words. */
  Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    initial.ifPresent(hosts -> facts.put("the hosts at the beginning", hosts + ""));
    min.ifPresent(hosts -> facts.put("the fewest hosts", hosts + ""));
    max.ifPresent(hosts -> facts.put("the most hosts", hosts + ""));
    return facts;
  }
}
