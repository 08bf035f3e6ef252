package dev.kickoff.model.lab.sim.rule;

import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Sizes by the clock: from each time since the beginning on, so many hosts.
 *
 * @param sizes hosts, 1 or more each; before the first nothing is wanted
 */
public record ScheduledRule(NavigableMap<Duration, Integer> sizes) implements ScalingRule {
  public ScheduledRule {
    sizes = new TreeMap<>(sizes);
    if (sizes.values().stream().anyMatch(hosts -> hosts < 1)) {
      throw new IllegalArgumentException("a scheduled size of less than one host: " + sizes);
    }
  }

  @Override
  public Decider start(Beat beat) {
    int[] last = {0};
    return view -> {
      Map.Entry<Duration, Integer> due =
          sizes.floorEntry(Duration.ofSeconds((long) view.step() * beat.stepSeconds()));
      if (due == null || due.getValue() == last[0]) {
        return view.desired();
      }
      last[0] = due.getValue();
      return due.getValue();
    };
  }
}
