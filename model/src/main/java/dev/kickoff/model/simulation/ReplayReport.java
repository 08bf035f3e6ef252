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
  private final Map<String, ScoreKeeper> overall = new LinkedHashMap<>();
  private final Map<String, ScoreKeeper> around = new LinkedHashMap<>();

  public ReplayReport(HostProfile profile, Costs costs, EventCalendar calendar) {
    this.profile = profile;
    this.costs = costs;
    this.calendar = calendar;
  }

  /** Counts one row. */
  public void add(TimelineRow row) {
    keeper(overall, row.policy()).add(row);
    ScoreKeeper inWindows = keeper(around, row.policy());
    if (isAroundEvent(row.at())) {
      inWindows.add(row);
    }
  }

  private ScoreKeeper keeper(Map<String, ScoreKeeper> keepers, String policy) {
    return keepers.computeIfAbsent(policy, p -> new ScoreKeeper(profile, costs));
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

  /** Scores over all minutes, by policy in the order in which they came. */
  public Map<String, PolicyScore> overall() {
    return scores(overall);
  }

  /** Scores over the minutes in event windows; 0 minutes where there were none. */
  public Map<String, PolicyScore> aroundEvents() {
    return scores(around);
  }

  private static Map<String, PolicyScore> scores(Map<String, ScoreKeeper> keepers) {
    Map<String, PolicyScore> scores = new LinkedHashMap<>();
    keepers.forEach((policy, keeper) -> scores.put(policy, keeper.score()));
    return scores;
  }
}
