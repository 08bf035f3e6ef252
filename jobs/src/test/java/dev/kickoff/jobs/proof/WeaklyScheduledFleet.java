package dev.kickoff.jobs.proof;

import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.Launch;
import dev.kickoff.model.fleet.ScaleReceipt;
import dev.kickoff.model.fleet.ScaleRequest;
import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A fleet into whose schedule every floor goes as one host. */
record WeaklyScheduledFleet(Fleet real) implements Fleet {
  @Override
  public FleetState describe(String group) {
    return real.describe(group);
  }

  @Override
  public ScaleReceipt scale(ScaleRequest request) {
    return real.scale(request);
  }

  @Override
  public List<Launch> launchesSince(String group, Instant since) {
    return real.launchesSince(group, since);
  }

  @Override
  public void mark(String group, Map<String, String> tags) {
    real.mark(group, tags);
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
