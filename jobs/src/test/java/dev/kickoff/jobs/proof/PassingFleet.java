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

/** A fleet that passes everything on; what is to be broken of it is overridden. */
class PassingFleet implements Fleet {
  final Fleet real;

  PassingFleet(Fleet real) {
    this.real = real;
  }

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
    return real.schedule();
  }
}
