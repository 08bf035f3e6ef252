package dev.kickoff.jobs.proof.world;

import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.ScheduledSize;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One controller's way to the owner's schedule: it may fail, and what it changes is seen. */
record ScheduleDoor(Scene scene, FleetSchedule own, Known known, Runnable trouble)
    implements FleetSchedule {
  @Override
  public List<ScheduledSize> read(String group) {
    trouble.run();
    return own.read(group);
  }

  @Override
  public Map<String, String> put(String group, List<ScheduledSize> sizes) {
    changes("put");
    Map<String, String> refused = own.put(group, sizes);
    booked(sizes.stream().filter(size -> !refused.containsKey(size.name())).toList(), Set.of());
    return refused;
  }

  @Override
  public Map<String, String> delete(String group, Set<String> names) {
    changes("delete");
    Map<String, String> left = own.delete(group, names);
    Set<String> deleted = new TreeSet<>(names);
    deleted.removeAll(left.keySet());
    booked(List.of(), deleted);
    return left;
  }

  private void booked(List<ScheduledSize> put, Set<String> deleted) {
    scene.see(new Sight.Booked(scene.time().second(), known, put, deleted));
  }

  @Override
  public void suspend(String group) {
    changes("suspend");
    own.suspend(group);
  }

  @Override
  public void resume(String group) {
    changes("resume");
    own.resume(group);
  }

  private void changes(String what) {
    trouble.run();
    scene.see(new Sight.Scheduled(scene.time().second(), what));
  }
}
