package dev.kickoff.jobs.proof;

import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.ScheduledSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A fleet into whose schedule every floor goes as so many hosts. */
final class RescheduledFleet extends PassingFleet {
  private final int hosts;

  RescheduledFleet(Fleet real, int hosts) {
    super(real);
    this.hosts = hosts;
  }

  @Override
  public Optional<FleetSchedule> schedule() {
    return real.schedule().map(schedule -> new Rescheduled(schedule, hosts));
  }

  private record Rescheduled(FleetSchedule real, int hosts) implements FleetSchedule {
    @Override
    public List<ScheduledSize> read(String group) {
      return real.read(group);
    }

    @Override
    public Map<String, String> put(String group, List<ScheduledSize> sizes) {
      return real.put(
          group,
          sizes.stream().map(s -> ScheduledSize.floor(s.name(), s.startAt(), hosts)).toList());
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
