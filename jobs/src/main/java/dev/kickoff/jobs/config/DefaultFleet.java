package dev.kickoff.jobs.config;

import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.GroupLimits;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.Costs;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The fleet of the built-in match day, the same as {@code deploy/examples/match-day}. */
public final class DefaultFleet {
  private DefaultFleet() {}

  public static FleetSettings settings() {
    GroupSettings group =
        new GroupSettings(
            "web-asg",
            FleetFile.DEFAULT_SERVICE,
            new HostProfile(2000),
            LeadTime.constant(Duration.ofMinutes(10)),
            new GroupSize(2, 400, 10),
            ControlMode.FORECAST_ONLY,
            ReleaseMode.FLOOR,
            GroupLimits.costing(Costs.DEFAULT.hostHour()));
    ReactiveSettings reactive =
        new ReactiveSettings(0.7, Duration.ofMinutes(5), Duration.ofMinutes(15));
    return new FleetSettings(
        Optional.empty(), group, Optional.of(reactive), List.of("a", "b", "c"), Costs.DEFAULT);
  }
}
