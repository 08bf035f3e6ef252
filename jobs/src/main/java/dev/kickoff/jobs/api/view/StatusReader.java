package dev.kickoff.jobs.api.view;

import dev.kickoff.jobs.api.view.EngineStatus.Decided;
import dev.kickoff.jobs.api.view.EngineStatus.GroupStatus;
import dev.kickoff.jobs.api.view.EngineStatus.InputAge;
import dev.kickoff.jobs.api.view.EngineStatus.NextChange;
import dev.kickoff.jobs.api.view.EngineStatus.State;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Sums the views up into an {@link EngineStatus}. */
public final class StatusReader {
  private static final int CHANGES = 3;
  private static final Duration DEMAND_FRESH = Duration.ofMinutes(5);
  private static final Duration NEAR_FRESH = Duration.ofMinutes(10);
  private static final Duration FAR_FRESH = Duration.ofMinutes(45);
  private static final Duration FLEET_FRESH = Duration.ofMinutes(5);
  private static final double WALL_SECONDS_OF_GRACE = 5;

  private final EngineViews views;
  private final EngineTime time;

  public StatusReader(EngineViews views, EngineTime time) {
    this.views = views;
    this.time = time;
  }

  /** The status at this moment. */
  public EngineStatus status() {
    Instant now = time.now();
    List<InputAge> inputs = inputs(now);
    List<GroupStatus> groups = views.groups().stream().map(this::group).toList();
    List<String> acting =
        groups.stream()
            .filter(g -> g.mode().acts())
            .map(GroupStatus::group)
            .filter(group -> !views.orders().book().forecastOnly(group, now))
            .toList();
    return new EngineStatus(
        state(inputs, !acting.isEmpty(), isFrozen(now)),
        acting,
        now,
        time.speed().getAsDouble(),
        dataThrough(),
        inputs,
        groups,
        ahead(inputs, now));
  }

  private EngineStatus.Ahead ahead(List<InputAge> inputs, Instant now) {
    return new EngineStatus.Ahead(
        nextChanges(now),
        views.orders().inForce(now),
        views.reviews().waiting(now),
        inputs.stream().flatMap(i -> i.ageSeconds().stream()).max(Comparator.naturalOrder()));
  }

  /** As ordered; or as last decided, where this process does not read orders. */
  private boolean isFrozen(Instant now) {
    return views.groups().stream()
        .anyMatch(g -> isFrozen(g) || views.orders().book().freezeOf(g.group(), now).isPresent());
  }

  private State state(List<InputAge> inputs, boolean acting, boolean frozen) {
    if (time.ended().getAsBoolean()) {
      return State.ENDED;
    }
    if (frozen) {
      return State.FROZEN;
    }
    if (inputs.stream().noneMatch(i -> i.source().equals("demand") && i.newestAt().isPresent())) {
      return State.WAITING;
    }
    if (inputs.stream().anyMatch(InputAge::stale)) {
      return State.STALE_INPUT;
    }
    return acting ? State.ACTING : State.FORECAST_ONLY;
  }

  private boolean isFrozen(GroupSettings settings) {
    return views.newestDecision(settings.group()).flatMap(Decision::freeze).isPresent();
  }

  /** How old every input is at {@code now}; at a fast play a few seconds of wall time are fresh. */
  public List<InputAge> inputs(Instant now) {
    List<InputAge> inputs = new ArrayList<>();
    for (Service service : views.services()) {
      String name = service.name();
      Optional<Instant> demand = views.newestMinute(service).map(MinuteDemand::until);
      Optional<Instant> near =
          views.forecast(service, ForecastKind.NEAR).map(DemandForecast::issuedAt);
      Optional<Instant> far =
          views.forecast(service, ForecastKind.FAR).map(DemandForecast::issuedAt);
      inputs.add(new Input("demand", name, demand).at(now, limit(DEMAND_FRESH)));
      inputs.add(new Input("forecast-near", name, near).at(now, limit(NEAR_FRESH)));
      inputs.add(new Input("forecast-far", name, far).at(now, limit(FAR_FRESH)));
    }
    for (GroupSettings settings : views.groups()) {
      Optional<Instant> seen = views.fleet(settings.group()).map(FleetState::observedAt);
      inputs.add(new Input("fleet", settings.group(), seen).at(now, limit(FLEET_FRESH)));
    }
    return inputs;
  }

  private double limit(Duration fresh) {
    return Math.max(fresh.toSeconds(), WALL_SECONDS_OF_GRACE * time.speed().getAsDouble());
  }

  private record Input(String source, String name, Optional<Instant> newest) {
    InputAge at(Instant now, double limitSeconds) {
      Optional<Double> age =
          newest.map(at -> Math.max(0, Duration.between(at, now).toMillis() / 1000.0));
      return new InputAge(source, name, newest, age, age.orElse(0.0) > limitSeconds);
    }
  }

  private GroupStatus group(GroupSettings settings) {
    Optional<Double> demand =
        views.newestMinute(settings.service()).map(MinuteDemand::requestsPerMinute);
    Optional<FleetState> fleet = views.fleet(settings.group());
    Optional<Decision> decision = views.newestDecision(settings.group());
    return new GroupStatus(
        settings.group(),
        settings.service().name(),
        settings.mode(),
        demand,
        demand.map(settings.profile()::hostsFor),
        fleet.map(f -> f.size().min()),
        fleet.map(FleetState::inService),
        new Decided(
            decision.map(d -> d.change().to()),
            decision.map(d -> d.key().at()),
            views.ledger().leaders().of(settings.group())));
  }

  private Optional<Instant> dataThrough() {
    List<Optional<Instant>> ends = views.services().stream().map(views::finalThrough).toList();
    return ends.stream().allMatch(Optional::isPresent)
        ? ends.stream().flatMap(Optional::stream).min(Comparator.naturalOrder())
        : Optional.empty();
  }

  private List<NextChange> nextChanges(Instant now) {
    EventCalendar calendar = views.calendar();
    return views.groups().stream()
        .flatMap(settings -> nextChanges(settings, calendar, now).stream())
        .sorted(Comparator.comparing(NextChange::at))
        .limit(CHANGES)
        .toList();
  }

  private List<NextChange> nextChanges(
      GroupSettings settings, EventCalendar calendar, Instant now) {
    Optional<Integer> floor = views.newestDecision(settings.group()).map(d -> d.change().to());
    return views
        .plan(settings.group())
        .map(plan -> new PlannedChanges(plan, settings.bounds(), calendar))
        .map(changes -> changes.from(now, floor, CHANGES))
        .orElse(List.of());
  }
}
