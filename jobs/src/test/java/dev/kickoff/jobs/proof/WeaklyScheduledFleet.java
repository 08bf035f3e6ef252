package dev.kickoff.jobs.proof;

import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.ScheduledSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A fleet into whose schedule every floor goes as one host. */
final class WeaklyScheduledFleet extends PassingFleet {
  WeaklyScheduledFleet(Fleet real) {
    super(real);
  }

  @Override
  public Optional<FleetSchedule> schedule() {
    return real.schedule().map(Weak::new);
  }

  private record Weak(FleetSchedule real) implements FleetSchedule {
    @Override
    public List<ScheduledSize> read(String group) {
      return real.read(group);
    }

    @Override
    public Map<String, String> put(String group, List<ScheduledSize> sizes) {
      return real.put(
          group, sizes.stream().map(s -> ScheduledSize.floor(s.name(), s.startAt(), 1)).toList());
    }

    @Override
    public Map<String, String> delete(String group, Set<String> names) {
      return real.delete(group, names);
    }

    @Override
    public void suspend(String group) {
      real.suspend(group);
    }

    @Override
    public void resume(String group) {
      real.resume(group);
    }
  }
}
