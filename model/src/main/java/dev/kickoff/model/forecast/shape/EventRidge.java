package dev.kickoff.model.forecast.shape;

import dev.kickoff.model.calendar.EventCalendar;
import java.util.List;

/** Placeholder. */
public final class EventRidge implements ShapeLearner {
  private final WeeklyProfile profile;

  public EventRidge(LocalClock clock) {
    profile = new WeeklyProfile(clock);
  }

  @Override
  public List<Shape> learn(LogTrack track, EventCalendar calendar, List<Integer> cuts) {
    return profile.learn(track, calendar, cuts);
  }
}
