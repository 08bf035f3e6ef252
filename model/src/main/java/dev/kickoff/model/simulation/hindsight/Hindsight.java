package dev.kickoff.model.simulation.hindsight;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.simulation.Costs;
import dev.kickoff.model.simulation.PolicyScore;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.ScoreKeeper;
import dev.kickoff.model.simulation.TimelineRow;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import dev.kickoff.model.simulation.group.TargetTracking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a group did over some minutes, and how it would have done otherwise.
 *
 * @param minutes at least one, in order
 */
public record Hindsight(GroupSettings group, Costs costs, List<LivedMinute> minutes) {
  public Hindsight {
    minutes = List.copyOf(minutes);
    if (minutes.isEmpty()) {
      throw new IllegalArgumentException("hindsight over no minute at all");
    }
  }

  /**
   * How well some way did.
   *
   * @param breaches stretches of minutes with fewer hosts in service than demand needed
   */
  public record Tally(PolicyScore score, int breaches) {}

  /** Hosts at the start of a minute. */
  private record Hosts(int inService, int desired) {}

  /** How it did. */
  public Tally asItWas() {
    return tally(minutes.stream().map(m -> new Hosts(m.inService(), m.desired())).toList());
  }

  /**
   * How it would have done with the floors that were decided: each minute has the hosts that were
   * in service, or those that had been decided throughout a lead time, whichever are more.
   *
   * @param lead from decided to in service
   */
  public Tally withDecidedFloors(Duration lead) {
    List<Hosts> hosts = new ArrayList<>();
    for (int i = 0; i < minutes.size(); i++) {
      LivedMinute minute = minutes.get(i);
      int standing = standing(i, minute.at().minus(lead));
      int asked = minute.decided().orElse(0);
      hosts.add(
          new Hosts(Math.max(minute.inService(), standing), Math.max(minute.desired(), asked)));
    }
    return tally(hosts);
  }

  /** The lowest floor decided from an instant to minute {@code i}; 0 where one is not known. */
  private int standing(int i, Instant since) {
    int lowest = Integer.MAX_VALUE;
    for (int j = i; j >= 0 && !minutes.get(j).at().isBefore(since); j--) {
      lowest = Math.min(lowest, minutes.get(j).decided().orElse(0));
    }
    boolean known = !minutes.get(0).at().isAfter(since);
    return known && lowest < Integer.MAX_VALUE ? lowest : 0;
  }

  /**
   * How it would have done under target tracking alone, played on a simulated group that starts
   * with the hosts that were in service.
   *
   * @param zones names of its availability zones, not empty
   */
  public Tally underTracking(ReactiveSettings settings, List<String> zones) {
    HostProfile profile = group.profile();
    SimulatedGroup played = simulated(settings, zones);
    TargetTracking tracking = new TargetTracking(settings, profile);
    List<Hosts> hosts = new ArrayList<>();
    OptionalDouble before = OptionalDouble.empty();
    for (LivedMinute minute : minutes) {
      played.advanceTo(minute.at());
      if (before.isPresent()) {
        OptionalInt unused = tracking.observe(played, minute.at(), before.getAsDouble());
      }
      before = minute.demand();
      hosts.add(new Hosts(played.inService(), played.size().desired()));
    }
    return tally(hosts);
  }

  private SimulatedGroup simulated(ReactiveSettings settings, List<String> zones) {
    Instant from = minutes.get(0).at();
    Instant until = minutes.get(minutes.size() - 1).at().plus(Duration.ofMinutes(1));
    DemandSeries demand = DemandSeries.empty(from, Duration.ofMinutes(1));
    int hosts = Math.min(group.bounds().max(), Math.max(1, minutes.get(0).inService()));
    return new ReplayInput(
            demand, EventCalendar.empty(), group, Optional.of(settings), zones, from, until)
        .groupWith(hosts);
  }

  private Tally tally(List<Hosts> hosts) {
    ScoreKeeper keeper = new ScoreKeeper(group.profile(), costs);
    int breaches = 0;
    boolean isShort = false;
    for (int i = 0; i < minutes.size(); i++) {
      LivedMinute minute = minutes.get(i);
      Hosts had = hosts.get(i);
      Optional<Integer> required =
          minute.demand().isPresent()
              ? Optional.of(group.profile().hostsFor(minute.demand().getAsDouble()))
              : Optional.empty();
      keeper.add(row(minute, required, had));
      boolean lacks = required.map(needed -> had.inService() < needed).orElse(isShort);
      breaches += lacks && !isShort ? 1 : 0;
      isShort = lacks;
    }
    return new Tally(keeper.score(), breaches);
  }

  private static TimelineRow row(LivedMinute minute, Optional<Integer> required, Hosts had) {
    TimelineRow.Hosts hosts = new TimelineRow.Hosts(required, had.inService(), had.desired(), 0);
    return new TimelineRow(minute.at(), "hindsight", minute.demand(), hosts, Optional.empty(), "");
  }
}
