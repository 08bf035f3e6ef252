package dev.kickoff.jobs.api.read;

import dev.kickoff.jobs.api.read.EventView.Finding;
import dev.kickoff.jobs.api.view.EngineStatus.InputAge;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.surroundings.Standby;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OverrideBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Checks whether capacity is ready for an event.
 *
 * <p>A check is asked of every group, and fails with what the first group lacks.
 */
final class ReadinessReader {
  private static final Duration BUILD_UP = Duration.ofHours(1);

  private final EngineViews views;
  private final List<InputAge> inputs;
  private final Instant now;
  private final OverrideBook book;

  ReadinessReader(EngineViews views, List<InputAge> inputs, Instant now) {
    this.views = views;
    this.inputs = inputs;
    this.now = now;
    this.book = views.orders().book();
  }

  /** Every check, in the order in which things are made ready. */
  List<Finding> of(Event event) {
    List<Finding> findings = new ArrayList<>();
    findings.add(fresh());
    findings.add(each("forecast-knows-it", g -> forecast(g, event), "the forecasts know it"));
    findings.add(each("similar-events", g -> similar(g, event), "past events like it are known"));
    findings.add(each("plan-covers-it", g -> plan(g, event), "the plans reach over it"));
    findings.add(each("fits-under-the-ceiling", g -> ceiling(g, event), "all that is wanted fits"));
    findings.add(
        each("schedule-holds-the-raises", this::schedule, "the fleet's own schedule holds them"));
    findings.add(each("nothing-in-the-way", g -> orders(g, event), "no order is in the way"));
    findings.add(
        each(
            "acting",
            g -> g.mode().acts() ? Optional.empty() : Optional.of("it only forecasts"),
            "decisions reach the fleet"));
    return findings;
  }

  private Finding each(
      String check, Function<GroupSettings, Optional<String>> lack, String otherwise) {
    return views.groups().stream()
        .flatMap(g -> lack.apply(g).map(what -> g.group() + ": " + what).stream())
        .findFirst()
        .map(what -> new Finding(check, false, what))
        .orElseGet(() -> new Finding(check, true, otherwise));
  }

  private Finding fresh() {
    return inputs.stream()
        .filter(InputAge::stale)
        .findFirst()
        .map(i -> new Finding("inputs-fresh", false, i.source() + " of " + i.name() + " is old"))
        .orElseGet(() -> new Finding("inputs-fresh", true, "every input is fresh"));
  }

  private Stream<DemandForecast> forecasts(GroupSettings group) {
    return Stream.of(ForecastKind.values())
        .flatMap(kind -> views.forecast(group.service(), kind).stream());
  }

  /** A forecast that reaches the peak and was made when the calendar said this. */
  private Optional<String> forecast(GroupSettings group, Event event) {
    Instant reach = later(event.start(), now);
    List<DemandForecast> reaching = forecasts(group).filter(f -> f.until().isAfter(reach)).toList();
    if (reaching.isEmpty()) {
      return Optional.of("no forecast reaches " + reach + " yet");
    }
    long revision = event.version().revision();
    return reaching.stream().anyMatch(f -> f.calendarRevision() >= revision)
        ? Optional.empty()
        : Optional.of("the forecasts were made before calendar revision " + revision);
  }

  private Optional<String> similar(GroupSettings group, Event event) {
    boolean known =
        forecasts(group)
            .flatMap(f -> f.method().basis().stream())
            .flatMap(basis -> basis.events().stream())
            .anyMatch(e -> e.uid().equals(event.uid()) && !e.neighbours().isEmpty());
    return known ? Optional.empty() : Optional.of("no past event like it is known");
  }

  private Optional<String> plan(GroupSettings group, Event event) {
    Optional<CapacityPlan> plan = views.plan(group.group());
    if (plan.isEmpty()) {
      return Optional.of("there is no plan yet");
    }
    Instant from = later(event.start(), now);
    long revision = event.version().revision();
    if (plan.get().inForceAt(from).isEmpty()) {
      return Optional.of("the plan does not reach " + from);
    }
    return plan.get().basis().calendarRevision() >= revision
        ? Optional.empty()
        : Optional.of("the plan was made before calendar revision " + revision);
  }

  private Optional<String> ceiling(GroupSettings group, Event event) {
    return views.plan(group.group()).stream()
        .flatMap(plan -> plan.shortfalls().stream())
        .filter(s -> !s.at().isBefore(event.start().minus(BUILD_UP)))
        .filter(s -> s.at().isBefore(event.end()))
        .findFirst()
        .map(s -> "wanted %d, capped %d (%s)".formatted(s.wanted(), s.placed(), s.why()));
  }

  private Optional<String> schedule(GroupSettings group) {
    return views
        .newestDecision(group.group())
        .map(Decision::inputs)
        .flatMap(seen -> seen.surroundings())
        .flatMap(seen -> seen.standby())
        .map(Standby::lack)
        .orElseGet(() -> Optional.of("nothing is known of the fleet's own schedule"));
  }

  private Optional<String> orders(GroupSettings group, Event event) {
    return book.overrides().stream()
        .filter(o -> o.group().map(group.group()::equals).orElse(true))
        .filter(ReadinessReader::hinders)
        .filter(o -> o.from().isBefore(event.end()) && o.until().isAfter(later(now, starts(event))))
        .findFirst()
        .map(o -> o.kind() + " by " + o.author() + " until " + o.until());
  }

  private static Instant starts(Event event) {
    return event.start().minus(BUILD_UP);
  }

  private static boolean hinders(OperatorOverride order) {
    return switch (order.kind()) {
      case FLOOR, APPROVAL, FREEZE_IN -> false;
      default -> true;
    };
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
