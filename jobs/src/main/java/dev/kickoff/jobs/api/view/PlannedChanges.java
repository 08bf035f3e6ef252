package dev.kickoff.jobs.api.view;

import dev.kickoff.jobs.api.view.EngineStatus.NextChange;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityStep;
import dev.kickoff.model.fleet.GroupSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The changes of the floor that a plan holds in store, as a person would tell them: steps in one
 * direction that follow each other within a quarter of an hour are one change.
 */
final class PlannedChanges {
  private static final Duration ONE_CHANGE = Duration.ofMinutes(15);
  private static final Duration RAMP = Duration.ofMinutes(45);

  private final CapacityPlan plan;
  private final GroupSize bounds;
  private final EventCalendar calendar;

  PlannedChanges(CapacityPlan plan, GroupSize bounds, EventCalendar calendar) {
    this.plan = plan;
    this.bounds = bounds;
    this.calendar = calendar;
  }

  /**
   * At most {@code limit} changes from {@code now} on, soonest first.
   *
   * @param floor the floor last decided; where the plan already asks for another one, the way there
   *     is the first change
   */
  List<NextChange> from(Instant now, Optional<Integer> floor, int limit) {
    SortedSet<Instant> instants = new TreeSet<>();
    for (CapacityStep step : plan.steps()) {
      instants.add(step.launchAt());
      instants.add(step.until());
    }
    List<NextChange> changes = new ArrayList<>();
    int hosts = hostsAt(now);
    floor
        .filter(decided -> decided != hostsAt(now))
        .ifPresent(decided -> changes.add(change(now, now, decided).begun()));
    for (Instant at : instants.tailSet(now.plusMillis(1))) {
      int before = hosts;
      hosts = hostsAt(at);
      NextChange last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
      if (before == hosts) {
        continue;
      } else if (last != null && continues(last, at, hosts)) {
        NextChange longer = change(last.at(), at, last.hostsBefore());
        changes.set(changes.size() - 1, last.underWay() ? longer.begun() : longer);
      } else if (changes.size() == limit) {
        break;
      } else {
        changes.add(change(at, at, before));
      }
    }
    return changes;
  }

  private static boolean continues(NextChange last, Instant at, int to) {
    boolean sameWay = (last.hostsAfter() > last.hostsBefore()) == (to > last.hostsAfter());
    return sameWay && !at.isAfter(last.completeAt().plus(ONE_CHANGE));
  }

  private NextChange change(Instant at, Instant completeAt, int before) {
    int after = hostsAt(completeAt);
    Optional<CapacityStep> step =
        after > before ? plan.inForceAt(completeAt) : plan.inForceAt(at.minusMillis(1));
    String reason = step.map(CapacityStep::reason).orElse("");
    Optional<String> event = step.flatMap(s -> eventOf(s, after > before)).map(Event::title);
    return new NextChange(plan.group(), false, at, completeAt, before, after, reason, event);
  }

  /** The event that a step is for: it is on while the step lasts, or kicks off soon after. */
  private Optional<Event> eventOf(CapacityStep step, boolean raise) {
    Instant ramped = step.neededAt().plus(RAMP);
    Instant from = raise ? step.neededAt() : step.neededAt().minus(RAMP);
    Instant until = raise && ramped.isAfter(step.until()) ? ramped : step.until();
    return calendar.overlapping(from, until).stream().filter(e -> !e.isAllDay()).findFirst();
  }

  private int hostsAt(Instant at) {
    int hosts = plan.inForceAt(at).map(CapacityStep::hosts).orElse(bounds.min());
    return Math.min(bounds.max(), Math.max(bounds.min(), hosts));
  }
}
