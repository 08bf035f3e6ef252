package dev.kickoff.jobs.proof;

import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.Launch;
import dev.kickoff.model.fleet.ScaleReceipt;
import dev.kickoff.model.fleet.ScaleRequest;
import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fleet on whose every call a floor is put into the schedule, half a minute ahead. */
record SchedulingFleet(Fleet real, int hosts) implements Fleet {
  private static final Duration AHEAD = Duration.ofSeconds(30);

  @Override
  public FleetState describe(String group) {
    return real.describe(group);
  }

  @Override
  public ScaleReceipt scale(ScaleRequest request) {
    ScaleReceipt receipt = real.scale(request);
    Instant at = receipt.readBack().observedAt().plus(AHEAD);
    real.schedule()
        .orElseThrow()
        .put(request.group(), List.of(ScheduledSize.floor("at-" + at, at, hosts)));
    return receipt;
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
    return real.schedule();
  }
}
