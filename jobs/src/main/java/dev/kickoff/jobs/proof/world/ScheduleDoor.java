package dev.kickoff.jobs.proof.world;

import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.ScheduledSize;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One controller's way to the owner's schedule: it may fail, and what it changes is seen. */
record ScheduleDoor(Scene scene, FleetSchedule own, Runnable trouble) implements FleetSchedule {
  @Override
  public List<ScheduledSize> read(String group) {
    trouble.run();
    return own.read(group);
  }

  @Override
  public Map<String, String> put(String group, List<ScheduledSize> sizes) {
    changes("put");
    return own.put(group, sizes);
  }

  @Override
  public Map<String, String> delete(String group, Set<String> names) {
    changes("delete");
    return own.delete(group, names);
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
