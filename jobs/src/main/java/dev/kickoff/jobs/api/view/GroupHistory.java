package dev.kickoff.jobs.api.view;

import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.fleet.FleetState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of one group: its sizes by the minute, its plan and decisions. Not thread-safe. */
final class GroupHistory {
  private static final Duration CARRIED = Duration.ofMinutes(2);

  private final NavigableMap<Instant, FleetState> states = new TreeMap<>();
  private final NavigableMap<Instant, Integer> floors = new TreeMap<>();
  private final DecisionHistory decisions = new DecisionHistory();
  private Optional<CapacityPlan> plan = Optional.empty();

  /** Whether the state is the newest of its minute. */
  boolean accept(FleetState state) {
    Instant minute = state.observedAt().truncatedTo(ChronoUnit.MINUTES);
    FleetState seen = states.get(minute);
    if (seen != null && state.observedAt().isBefore(seen.observedAt())) {
      return false;
    }
    states.put(minute, state);
    states.headMap(states.lastKey().minus(EngineViews.KEPT)).clear();
    return true;
  }

  /** Whether the decision was not known before. */
  boolean accept(Decision decision) {
    if (!decisions.accept(decision)) {
      return false;
    }
    floors.put(decision.key().at().truncatedTo(ChronoUnit.MINUTES), decision.change().to());
    floors.headMap(floors.lastKey().minus(EngineViews.KEPT)).clear();
    return true;
  }

  /** Always: the newest in the topic counts. */
  boolean accept(CapacityPlan newPlan) {
    plan = Optional.of(newPlan);
    return true;
  }

  Optional<FleetState> newestState() {
    return Optional.ofNullable(states.lastEntry()).map(Map.Entry::getValue);
  }

  Optional<FleetState> stateIn(Instant minute) {
    return carried(states, minute);
  }

  Optional<Integer> floorIn(Instant minute) {
    return carried(floors, minute);
  }

  private static <T> Optional<T> carried(NavigableMap<Instant, T> map, Instant minute) {
    return Optional.ofNullable(map.floorEntry(minute))
        .filter(entry -> !entry.getKey().isBefore(minute.minus(CARRIED)))
        .map(Map.Entry::getValue);
  }

  Optional<CapacityPlan> plan() {
    return plan;
  }

  DecisionHistory decisions() {
    return decisions;
  }
}
