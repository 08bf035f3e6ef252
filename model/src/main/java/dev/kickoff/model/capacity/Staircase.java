package dev.kickoff.model.capacity;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.capacity.StepNeeds.Need;
import dev.kickoff.model.forecast.DemandForecast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The steps of one plan while it is made. */
final class Staircase {
  private static final Duration PRE_WARM = Duration.ofMinutes(30);

  private final PlanningPolicy policy;
  private final PlanRequest request;
  private final StepNeeds needs;
  private final List<CapacityStep> steps = new ArrayList<>();

  Staircase(PlanningPolicy policy, PlanRequest request) {
    this.policy = policy;
    this.request = request;
    this.needs = new StepNeeds(policy, request);
  }

  List<CapacityStep> steps() {
    return steps;
  }

  /** One step for each run of minutes that need the same. */
  void addNear(DemandForecast near) {
    List<Need> minutes = needs.of(near);
    int begin = 0;
    for (int i = 1; i <= minutes.size(); i++) {
      if (i == minutes.size() || minutes.get(i).hosts() != minutes.get(begin).hosts()) {
        add(minutes, begin, i, Duration.ZERO);
        begin = i;
      }
    }
  }

  /** Slots of what the far forecast needs at or after {@code from}. */
  void addFar(DemandForecast far, Instant from) {
    List<Need> slots = slots(needs.of(far), from);
    int ahead = (int) -Math.floorDiv(-policy.hold().toMillis(), policy.slot().toMillis());
    int begin = 0;
    for (int i = 1; i <= slots.size(); i++) {
      int level = highest(slots, begin, i - 1).hosts();
      if (i == slots.size() || levelAt(slots, i, level, ahead) != level) {
        add(slots, begin, i, policy.hold());
        begin = i;
      }
    }
  }

  private int levelAt(List<Need> slots, int i, int level, int ahead) {
    if (slots.get(i).hosts() > level) {
      return slots.get(i).hosts();
    }
    int held = highest(slots, i, i + ahead).hosts();
    return held < Math.floor(policy.tolerance() * level) ? held : level;
  }

  private List<Need> slots(List<Need> far, Instant from) {
    long length = policy.slot().toMillis();
    List<Need> slots = new ArrayList<>();
    long current = Long.MIN_VALUE;
    for (Need need : far) {
      if (need.until().isAfter(from)) {
        long slot = Math.floorDiv(need.from().toEpochMilli(), length);
        if (slot != current) {
          Instant begin = Instant.ofEpochMilli(slot * length);
          Instant begins = slots.isEmpty() && begin.isBefore(from) ? from : begin;
          Instant end = Instant.ofEpochMilli((slot + 1) * length);
          slots.add(new Need(begins, end, need.hosts(), need.chosen()));
          current = slot;
        } else if (need.isMoreThan(slots.get(slots.size() - 1))) {
          Need lower = slots.remove(slots.size() - 1);
          slots.add(new Need(lower.from(), lower.until(), need.hosts(), need.chosen()));
        }
      }
    }
    return slots;
  }

  private static Need highest(List<Need> needs, int first, int last) {
    Need highest = needs.get(first);
    for (int i = first + 1; i <= Math.min(last, needs.size() - 1); i++) {
      highest = needs.get(i).isMoreThan(highest) ? needs.get(i) : highest;
    }
    return highest;
  }

  private void add(List<Need> needed, int begin, int end, Duration hold) {
    Need deciding = highest(needed, begin, end - 1);
    Instant neededAt = needed.get(begin).from();
    steps.add(
        new CapacityStep(
            neededAt.minus(request.leadTime().p95()).minus(policy.margin()),
            neededAt,
            needed.get(end - 1).until().plus(hold),
            deciding.hosts(),
            reason(deciding)));
  }

  private String reason(Need need) {
    String demand =
        String.format(
            Locale.ROOT,
            "p%d %,.0f rpm at %s",
            Math.round(need.chosen().level() * 100),
            need.chosen().demand(),
            need.from());
    return request
        .calendar()
        .overlapping(need.from().minus(PRE_WARM), need.until().plus(PRE_WARM))
        .stream()
        .filter(event -> !event.isAllDay())
        .map(Event::title)
        .findFirst()
        .map(title -> demand + ", " + title)
        .orElse(demand);
  }
}
