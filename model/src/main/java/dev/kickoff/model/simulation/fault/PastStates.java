package dev.kickoff.model.simulation.fault;

import dev.kickoff.model.fleet.FleetState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups as they were read lately, so that an old reading can be given for a new one. */
final class PastStates {
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Map<String, List<FleetState>> byGroup = new TreeMap<>();

  void remember(FleetState state) {
    List<FleetState> states = byGroup.computeIfAbsent(state.group(), name -> new ArrayList<>());
    states.add(state);
    Instant oldest = state.observedAt().minus(KEPT);
    while (states.size() > 1 && states.get(1).observedAt().isBefore(oldest)) {
      states.remove(0);
    }
  }

  /** What was known a while before, dated as now; the present where that goes further back. */
  FleetState asOf(FleetState current, Duration lag) {
    Instant until = current.observedAt().minus(lag);
    FleetState found = current;
    if (!lag.isZero()) {
      for (FleetState state : byGroup.getOrDefault(current.group(), List.of())) {
        if (!state.observedAt().isAfter(until)) {
          found = state;
        }
      }
    }
    return new FleetState(
        current.group(),
        current.observedAt(),
        found.size(),
        found.inService(),
        found.pending(),
        found.inServiceByZone(),
        current.condition());
  }
}
