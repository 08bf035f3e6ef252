package dev.kickoff.jobs.api.read.fleet;

import dev.kickoff.jobs.api.read.fleet.FleetView.OrderInForce;
import dev.kickoff.jobs.api.read.fleet.FleetView.Standing;
import dev.kickoff.jobs.api.view.EngineStatus.InputAge;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import dev.kickoff.model.override.OverrideBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says who or what holds each group at one moment. */
final class GroupStandings {
  private static final String FORECAST_ONLY = "forecast-only";
  private static final String FOREIGN = "foreign-hand";

  /** The guardrails that bound a want as such; the others hold it back for a while. */
  private static final Set<String> BOUNDS =
      Set.of("group-bounds", "spend", "plausible-want", "large-moves", "operator");

  private final EngineViews views;
  private final Instant now;
  private final OverrideBook book;
  private final Set<String> stale = new HashSet<>();

  GroupStandings(EngineViews views, List<InputAge> inputs, Instant now) {
    this.views = views;
    this.now = now;
    this.book = views.orders().book();
    for (InputAge input : inputs) {
      if (input.stale()) {
        stale.add((input.source().equals("fleet") ? "group " : "service ") + input.name());
      }
    }
  }

  Standing of(GroupSettings settings, Optional<Decision> decision) {
    List<OperatorOverride> orders = book.inForce(settings.group(), now);
    Optional<String> conflict = decision.flatMap(GroupStandings::conflict);
    Optional<String> capped = decision.flatMap(d -> capped(d, settings.group()));
    List<String> chips = new ArrayList<>();
    if (orders.stream().anyMatch(o -> kind(o.kind()).startsWith("freeze"))) {
      chips.add("frozen");
    }
    if (decision.isEmpty()) {
      chips.add("waiting");
    }
    conflict.ifPresent(what -> chips.add("conflict"));
    if (stale.contains("group " + settings.group())
        || stale.contains("service " + settings.service().name())) {
      chips.add("stale");
    }
    if (orders.stream().anyMatch(o -> o.kind().countsHosts())) {
      chips.add("overridden");
    }
    capped.ifPresent(what -> chips.add("capped"));
    boolean onlyForecasts = orders.stream().anyMatch(o -> o.kind() == Kind.FORECAST_ONLY);
    chips.add(onlyForecasts ? FORECAST_ONLY : mode(settings));
    return new Standing(
        chips.get(0),
        chips,
        decision.map(Decision::reason),
        conflict,
        capped,
        orders.stream().map(this::order).toList());
  }

  private static String mode(GroupSettings settings) {
    return switch (settings.mode()) {
      case FORECAST_ONLY -> FORECAST_ONLY;
      case APPROVE -> "approve";
      case FORECAST_AND_SCALE -> "acting";
    };
  }

  private static Optional<String> conflict(Decision decision) {
    return decision.trail().stream()
        .filter(verdict -> verdict.guardrail().equals(FOREIGN))
        .filter(verdict -> verdict.alarm().isPresent() || verdict.intervened())
        .map(Verdict::reason)
        .findFirst();
  }

  /** What of the want does not fit now; or of the plan, in the days ahead. */
  private Optional<String> capped(Decision decision, String group) {
    return decision.trail().stream()
        .filter(v -> v.allowed() < v.proposed() && BOUNDS.contains(v.guardrail()))
        .reduce((first, second) -> second)
        .map(v -> "wanted %d, capped %d: %s".formatted(v.proposed(), v.allowed(), v.reason()))
        .or(() -> coming(group));
  }

  private Optional<String> coming(String group) {
    return views
        .plan(group)
        .map(CapacityPlan::shortfalls)
        .flatMap(all -> all.stream().filter(s -> !s.at().isBefore(now)).findFirst())
        .map(
            s ->
                "at %s wanted %d, capped %d: %s"
                    .formatted(s.at(), s.wanted(), s.placed(), s.why()));
  }

  private OrderInForce order(OperatorOverride order) {
    return new OrderInForce(
        order.id(),
        kind(order.kind()),
        Optional.of(order.hosts()).filter(hosts -> hosts > 0),
        order.until(),
        order.author(),
        order.reason(),
        Duration.between(now, order.until()).toMillis() / 1000.0);
  }

  private static String kind(OperatorOverride.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
