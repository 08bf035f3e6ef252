package dev.kickoff.jobs.proof;

import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.ScaleReceipt;
import dev.kickoff.model.fleet.ScaleRequest;
import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A fleet on whose every call a floor is put into the schedule, half a minute ahead. */
final class SchedulingFleet extends PassingFleet {
  private static final Duration AHEAD = Duration.ofSeconds(30);

  private final int hosts;

  SchedulingFleet(Fleet real, int hosts) {
    super(real);
    this.hosts = hosts;
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
}
