package dev.kickoff.model.simulation;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.HostProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of a replay, policy by policy, overall and around events.
 *
 * <p>An event's window is [start - 30 min, start + 150 min); whole-day events have none.
 */
public final class ReplayReport {
  private static final Duration BEFORE = Duration.ofMinutes(30);
  private static final Duration AFTER = Duration.ofMinutes(150);

  private final HostProfile profile;
  private final Costs costs;
  private final EventCalendar calendar;
  private final Map<String, Keepers> policies = new LinkedHashMap<>();

  private record Keepers(ScoreKeeper overall, ScoreKeeper aroundEvents) {}

  /**
   * How a policy did.
   *
   * @param overall over all minutes
   * @param aroundEvents over the minutes in event windows; 0 minutes where there were none
   */
  public record Scores(PolicyScore overall, PolicyScore aroundEvents) {}

  public ReplayReport(HostProfile profile, Costs costs, EventCalendar calendar) {
    this.profile = profile;
    this.costs = costs;
    this.calendar = calendar;
  }

  /** Counts one row. */
  public void add(TimelineRow row) {
    Keepers keepers =
        policies.computeIfAbsent(
            row.policy(),
            p -> new Keepers(new ScoreKeeper(profile, costs), new ScoreKeeper(profile, costs)));
    keepers.overall().add(row);
    if (isAroundEvent(row.at())) {
      keepers.aroundEvents().add(row);
    }
  }

  private boolean isAroundEvent(Instant at) {
    for (Event event : calendar.events()) {
      if (!event.isAllDay()
          && !at.isBefore(event.start().minus(BEFORE))
          && at.isBefore(event.start().plus(AFTER))) {
        return true;
      }
    }
    return false;
  }

  /** The scores by policy, in the order in which they came. */
  public Map<String, Scores> scores() {
    Map<String, Scores> scores = new LinkedHashMap<>();
    policies.forEach(
        (policy, keepers) ->
            scores.put(
                policy, new Scores(keepers.overall().score(), keepers.aroundEvents().score())));
    return scores;
  }
}
