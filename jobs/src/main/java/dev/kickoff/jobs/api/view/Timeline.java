package dev.kickoff.jobs.api.view;

import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Demand, forecasts and hosts of one service side by side, minute by minute. */
record Timeline(
    Service service,
    ServiceHistory demand,
    Optional<GroupSettings> group,
    Optional<GroupHistory> hosts) {

  /** The minutes in [{@code from}, {@code until}) with demand or hosts, oldest first. */
  List<TimelineRow> rows(Instant from, Instant until) {
    List<TimelineRow> rows = new ArrayList<>();
    Instant first = from.truncatedTo(ChronoUnit.MINUTES);
    for (Instant minute = first; minute.isBefore(until); minute = minute.plusSeconds(60)) {
      TimelineRow row = row(minute);
      if (row.demandRpm().isPresent() || row.hosts().isPresent()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private TimelineRow row(Instant minute) {
    Optional<Double> rpm = demand.minute(minute).map(MinuteDemand::requestsPerMinute);
    return new TimelineRow(
        service.name(),
        minute,
        rpm,
        rpm.flatMap(value -> group.map(g -> g.profile().hostsFor(value))),
        hosts
            .flatMap(h -> h.stateIn(minute))
            .map(s -> new TimelineRow.Hosts(s.size().min(), s.size().desired(), s.inService())),
        hosts.flatMap(h -> h.floorIn(minute)),
        demand.expected(minute));
  }
}
