package dev.kickoff.model.simulation.fault;

import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.ScheduledSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A schedule behind a faulty way; single names of a batch may be refused while the rest stands. */
record FaultySchedule(FleetSchedule inner, FaultyWay way) implements FleetSchedule {
  private static final String WHY = "InternalFailure: try again later";

  @Override
  public List<ScheduledSize> read(String group) {
    return way.read(() -> inner.read(group));
  }

  @Override
  public Map<String, String> put(String group, List<ScheduledSize> sizes) {
    return way.change(
        () -> {
          Map<String, String> refused = new TreeMap<>();
          List<ScheduledSize> accepted = new ArrayList<>();
          for (ScheduledSize size : sizes) {
            if (way.refusesName()) {
              refused.put(size.name(), WHY);
            } else {
              accepted.add(size);
            }
          }
          refused.putAll(inner.put(group, accepted));
          return refused;
        });
  }

  @Override
  public Map<String, String> delete(String group, Set<String> names) {
    return way.change(
        () -> {
          Map<String, String> refused = new TreeMap<>();
          Set<String> accepted = new TreeSet<>();
          for (String name : new TreeSet<>(names)) {
            if (way.refusesName()) {
              refused.put(name, WHY);
            } else {
              accepted.add(name);
            }
          }
          refused.putAll(inner.delete(group, accepted));
          return refused;
        });
  }

  @Override
  public void suspend(String group) {
    way.change(
        () -> {
          inner.suspend(group);
          return group;
        });
  }

  @Override
  public void resume(String group) {
    way.change(
        () -> {
          inner.resume(group);
          return group;
        });
  }
}
