package dev.kickoff.jobs.proof;

import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.Launch;
import dev.kickoff.model.fleet.ScaleReceipt;
import dev.kickoff.model.fleet.ScaleRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A fleet that is asked for something else than the loop asks, so many times. */
record AlteredFleet(Fleet real, UnaryOperator<ScaleRequest> altered, int times) implements Fleet {
  @Override
  public FleetState describe(String group) {
    return real.describe(group);
  }

  @Override
  public ScaleReceipt scale(ScaleRequest request) {
    ScaleReceipt receipt = real.scale(altered.apply(request));
    for (int i = 1; i < times; i++) {
      receipt = real.scale(altered.apply(request));
    }
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
