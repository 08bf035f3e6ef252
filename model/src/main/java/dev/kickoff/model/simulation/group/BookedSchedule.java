package dev.kickoff.model.simulation.group;

import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The schedules of simulated groups, as their owner keeps them. */
record BookedSchedule(InstantSource clock, Function<String, SimulatedGroup> groups)
    implements FleetSchedule {
  private SimulatedGroup now(String group) {
    SimulatedGroup found = groups.apply(group);
    found.advanceTo(clock.instant());
    return found;
  }

  @Override
  public List<ScheduledSize> read(String group) {
    return now(group).schedule().pending();
  }

  @Override
  public Map<String, String> put(String group, List<ScheduledSize> sizes) {
    SimulatedGroup found = now(group);
    Instant at = clock.instant();
    Map<String, String> refused = new TreeMap<>();
    for (ScheduledSize size : sizes) {
      found.schedule().put(size, at).ifPresent(why -> refused.put(size.name(), why));
    }
    return refused;
  }

  @Override
  public Map<String, String> delete(String group, Set<String> names) {
    SimulatedGroup found = now(group);
    names.forEach(found.schedule()::delete);
    return Map.of();
  }

  @Override
  public void suspend(String group) {
    now(group).suspend(Set.of("ScheduledActions"));
  }

  @Override
  public void resume(String group) {
    now(group).resume(Set.of("ScheduledActions"));
  }
}
