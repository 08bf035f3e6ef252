package dev.kickoff.jobs.api.read.fleet;

import dev.kickoff.jobs.api.read.fleet.FleetView.Limits;
import dev.kickoff.jobs.api.read.fleet.FleetView.Need;
import dev.kickoff.jobs.api.read.fleet.FleetView.Outlook;
import dev.kickoff.jobs.api.read.fleet.FleetView.Sizes;
import dev.kickoff.jobs.api.read.fleet.FleetView.Zones;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.view.StatusReader;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Draws together what the views know of each group. */
public final class FleetReader {
  private static final Duration AHEAD = Duration.ofMinutes(30);

  private final EngineViews views;
  private final EngineTime time;
  private final StatusReader status;

  public FleetReader(EngineViews views, EngineTime time) {
    this.views = views;
    this.time = time;
    this.status = new StatusReader(views, time);
  }

  /** Every group, in the order in which groups are shown. */
  public List<FleetView> fleets() {
    Instant now = time.now();
    GroupStandings standings = new GroupStandings(views, status.inputs(now), now);
    return views.groups().stream().map(settings -> fleet(settings, standings, now)).toList();
  }

  /** One group. */
  public FleetView fleet(GroupSettings settings) {
    Instant now = time.now();
    return fleet(settings, new GroupStandings(views, status.inputs(now), now), now);
  }

  private FleetView fleet(GroupSettings settings, GroupStandings standings, Instant now) {
    Optional<FleetState> seen = views.fleet(settings.group());
    Optional<Decision> decision = views.newestDecision(settings.group());
    return new FleetView(
        settings.group(),
        settings.service().name(),
        settings.mode(),
        seen.map(state -> sizes(state, decision)),
        need(settings, seen, now),
        seen.map(state -> zones(state.inServiceByZone())),
        limits(settings, seen),
        standings.of(settings, decision));
  }

  private static Sizes sizes(FleetState state, Optional<Decision> decision) {
    return new Sizes(
        state.observedAt(),
        state.size().min(),
        decision.map(d -> d.change().to()),
        state.size().desired(),
        state.inService(),
        state.pending(),
        state.size().max());
  }

  private Need need(GroupSettings settings, Optional<FleetState> seen, Instant now) {
    Optional<Double> demand =
        views.newestMinute(settings.service()).map(MinuteDemand::requestsPerMinute);
    Optional<Outlook> outlook = expected(settings, now).map(step -> outlook(settings, seen, step));
    return new Need(demand, demand.map(settings.profile()::hostsFor), outlook);
  }

  /** What is forecast for half an hour from now; empty where no forecast reaches so far. */
  private Optional<ForecastStep> expected(GroupSettings settings, Instant now) {
    return views
        .forecast(settings.service(), ForecastKind.NEAR)
        .flatMap(near -> near.stepAt(now.plus(AHEAD)))
        .or(
            () ->
                views
                    .forecast(settings.service(), ForecastKind.FAR)
                    .flatMap(far -> far.stepAt(now.plus(AHEAD))));
  }

  private static Outlook outlook(
      GroupSettings settings, Optional<FleetState> seen, ForecastStep step) {
    double p95 = step.mean().p95();
    double perHost = settings.profile().demandPerHost();
    return new Outlook(
        step.from(),
        step.mean().p50(),
        p95,
        settings.profile().hostsFor(p95),
        seen.filter(state -> p95 > 0).map(state -> state.inService() * perHost / p95 - 1));
  }

  private static Zones zones(Map<String, Integer> hosts) {
    int skew =
        hosts.isEmpty() ? 0 : Collections.max(hosts.values()) - Collections.min(hosts.values());
    return new Zones(hosts, skew);
  }

  private static Limits limits(GroupSettings settings, Optional<FleetState> seen) {
    OptionalInt quota = settings.limits().quota();
    Optional<Integer> known = quota.isPresent() ? Optional.of(quota.getAsInt()) : Optional.empty();
    double price = settings.limits().hostHour();
    return new Limits(
        settings.bounds().min(),
        settings.bounds().max(),
        known,
        known.flatMap(all -> seen.map(state -> Math.max(0, all - state.size().desired()))),
        seen.filter(state -> price > 0).map(state -> state.size().desired() * price));
  }
}
