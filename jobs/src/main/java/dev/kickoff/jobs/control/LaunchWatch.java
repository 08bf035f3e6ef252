package dev.kickoff.jobs.control;

import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.capacity.lead.LeadTimeEstimate;
import dev.kickoff.model.capacity.lead.LeadTimeQuantiles;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.Launch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long launches of a group take, read from its owner every ten minutes. Not thread safe.
 *
 * <p>What was read last counts on while the owner cannot be reached.
 */
final class LaunchWatch {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchWatch.class);
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final Duration BACK = Duration.ofDays(30);
  private static final long GRAIN_MILLIS = 15_000;

  private final GroupSettings settings;
  private final Fleet fleet;
  private Instant readAt = Instant.MIN;
  private Optional<LeadTime> measured = Optional.empty();

  LaunchWatch(GroupSettings settings, Fleet fleet) {
    this.settings = settings;
    this.fleet = fleet;
  }

  /** The lead time as measured; empty while too few launches are known. */
  Optional<LeadTime> leadTime(Instant now) {
    if (!now.isBefore(readAt.plus(EVERY))) {
      readAt = now;
      read(now);
    }
    return measured;
  }

  private void read(Instant now) {
    try {
      List<Launch> launches = fleet.launchesSince(settings.group(), now.minus(BACK));
      LeadTimeQuantiles group = LeadTimeEstimate.of(launches, now, settings.leadTime()).group();
      measured =
          group.launches() < LeadTimeEstimate.LEAST
              ? Optional.empty()
              : Optional.of(new LeadTime(grained(group.p50()), grained(group.p95())));
    } catch (FleetException e) {
      LOG.warn("{}: {} ({})", settings.group(), e.getMessage(), e.kind());
    }
  }

  /** Up to a whole quarter of a minute, so that plans do not change with every launch. */
  private static Duration grained(Duration time) {
    return Duration.ofMillis(-Math.floorDiv(-time.toMillis(), GRAIN_MILLIS) * GRAIN_MILLIS);
  }
}
