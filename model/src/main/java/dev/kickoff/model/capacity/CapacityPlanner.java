package dev.kickoff.model.capacity;

import dev.kickoff.model.audit.Fingerprint;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns forecasts into a staircase of capacity with few and large steps.
 *
 * <p>Time is cut into slots. What a slot needs is the hosts for the policy's quantile of its
 * highest minute: from the near forecast as far as it reaches, from the far one beyond. A rise goes
 * at once to what this slot and the next need; a fall waits until nothing within the hold needs the
 * level and the need is clearly lower. Hosts are asked for a lead time (its p95) and a margin
 * before their slot begins.
 */
public final class CapacityPlanner {
  private static final Duration PRE_WARM = Duration.ofMinutes(30);

  private final PlanningPolicy policy;

  public CapacityPlanner(PlanningPolicy policy) {
    this.policy = policy;
  }

  /** The plan for the forecasts given; without any it has no steps. */
  public CapacityPlan plan(PlanRequest request) {
    List<ForecastStep> steps = merged(request.near(), request.far());
    List<CapacityStep> staircase =
        steps.isEmpty() ? List.of() : staircase(request, slotNeeds(steps, request.profile()));
    PlanBasis basis = basis(request);
    List<Object> parts = new ArrayList<>(List.of(request.group(), basis));
    parts.addAll(staircase);
    return new CapacityPlan(request.group(), basis, staircase, Fingerprint.of(parts));
  }

  private static PlanBasis basis(PlanRequest request) {
    List<DemandForecast> used = new ArrayList<>();
    request.near().ifPresent(used::add);
    request.far().ifPresent(used::add);
    return new PlanBasis(
        request.near().map(DemandForecast::issuedAt),
        request.far().map(DemandForecast::issuedAt),
        used.stream().flatMap(f -> f.demandThrough().stream()).max(Instant::compareTo),
        used.stream().mapToLong(DemandForecast::calendarRevision).min().orElse(0));
  }

  /** The near steps, then those far steps that begin at or after the end of the near ones. */
  private static List<ForecastStep> merged(
      Optional<DemandForecast> near, Optional<DemandForecast> far) {
    List<ForecastStep> steps = new ArrayList<>(near.map(DemandForecast::steps).orElse(List.of()));
    Instant reached = near.map(DemandForecast::until).orElse(Instant.MIN);
    for (ForecastStep step : far.map(DemandForecast::steps).orElse(List.of())) {
      if (step.until().isAfter(reached)) {
        steps.add(step);
      }
    }
    return steps;
  }

  /** What one slot needs, and the demand that needs it. */
  private record SlotNeed(Instant from, int hosts, double demand) {}

  private List<SlotNeed> slotNeeds(List<ForecastStep> steps, HostProfile profile) {
    long slot = policy.slot().toMillis();
    long first = Math.floorDiv(steps.get(0).from().toEpochMilli(), slot);
    long last = Math.floorDiv(steps.get(steps.size() - 1).until().toEpochMilli() - 1, slot);
    double[] highest = new double[(int) (last - first) + 1];
    for (ForecastStep step : steps) {
      double demand = step.peak().at(policy.quantile());
      long from = Math.floorDiv(step.from().toEpochMilli(), slot);
      long until = Math.floorDiv(step.until().toEpochMilli() - 1, slot);
      for (long i = from; i <= until; i++) {
        highest[(int) (i - first)] = Math.max(highest[(int) (i - first)], demand);
      }
    }
    List<SlotNeed> needs = new ArrayList<>(highest.length);
    for (int i = 0; i < highest.length; i++) {
      Instant from = Instant.ofEpochMilli((first + i) * slot);
      int hosts = rounded(profile.hostsFor(highest[i]));
      needs.add(new SlotNeed(from, hosts, highest[i]));
    }
    return needs;
  }

  /** Up to a whole multiple of the grain, so that a forecast that wavers does not move the plan. */
  private int rounded(int hosts) {
    int grain = Math.max(1, (int) Math.floor(policy.grain() * hosts));
    return -Math.floorDiv(-hosts, grain) * grain;
  }

  private List<CapacityStep> staircase(PlanRequest request, List<SlotNeed> needs) {
    List<CapacityStep> steps = new ArrayList<>();
    int ahead = (int) -Math.floorDiv(-policy.hold().toMillis(), policy.slot().toMillis());
    int begin = 0;
    int level = highest(needs, 0, 1).hosts();
    for (int i = 1; i <= needs.size(); i++) {
      int next = i == needs.size() ? -1 : nextLevel(needs, i, level, ahead);
      if (next != level) {
        steps.add(step(request, needs, begin, i));
        begin = i;
        level = next;
      }
    }
    return steps;
  }

  private int nextLevel(List<SlotNeed> needs, int i, int level, int ahead) {
    if (needs.get(i).hosts() > level) {
      return highest(needs, i, i + 1).hosts();
    }
    int held = highest(needs, i, i + ahead).hosts();
    return held < Math.floor(policy.tolerance() * level) ? held : level;
  }

  private static SlotNeed highest(List<SlotNeed> needs, int first, int last) {
    SlotNeed highest = needs.get(first);
    for (int i = first + 1; i <= Math.min(last, needs.size() - 1); i++) {
      highest = needs.get(i).hosts() > highest.hosts() ? needs.get(i) : highest;
    }
    return highest;
  }

  private CapacityStep step(PlanRequest request, List<SlotNeed> needs, int begin, int end) {
    SlotNeed deciding = highest(needs, begin, Math.max(end - 1, begin + 1));
    Instant neededAt = needs.get(begin).from();
    Instant until = needs.get(end - 1).from().plus(policy.slot()).plus(policy.hold());
    Instant launchAt = neededAt.minus(request.leadTime().p95()).minus(policy.margin());
    String reason = reason(deciding, request.calendar());
    return new CapacityStep(launchAt, neededAt, until, deciding.hosts(), reason);
  }

  private String reason(SlotNeed need, EventCalendar calendar) {
    String demand =
        String.format(
            Locale.ROOT,
            "p%d %,.0f rpm at %s",
            Math.round(policy.quantile() * 100),
            need.demand(),
            need.from());
    Instant until = need.from().plus(policy.slot());
    return calendar.overlapping(need.from().minus(PRE_WARM), until.plus(PRE_WARM)).stream()
        .filter(event -> !event.isAllDay())
        .map(Event::title)
        .findFirst()
        .map(title -> demand + ", " + title)
        .orElse(demand);
  }
}
