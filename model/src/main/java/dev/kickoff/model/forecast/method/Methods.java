package dev.kickoff.model.forecast.method;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.Forecaster;
import dev.kickoff.model.forecast.contest.Entrant;
import dev.kickoff.model.forecast.contest.LearntLevel;
import dev.kickoff.model.forecast.contest.LevelRule;
import dev.kickoff.model.forecast.shape.EventRidge;
import dev.kickoff.model.forecast.shape.FlatLearner;
import dev.kickoff.model.forecast.shape.ShapeLearner;
import dev.kickoff.model.forecast.shape.WeeklyProfile;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.RecentRest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The methods there are, in the order in which they are tried. */
public final class Methods {
  private static final LevelRule LEARNT = new LearntLevel();
  private static final Set<String> PARTS = Set.of("event-ridge", Recipe.STRUCTURAL);

  private Methods() {}

  /** The methods that stand in for one another, the best first; the last can always be used. */
  public static List<Forecaster> inOrder(ZoneId zone) {
    return all(zone).stream().filter(each -> !PARTS.contains(each.name())).toList();
  }

  /** All methods, also those that are asked only as parts of the first. */
  public static List<Forecaster> all(ZoneId zone) {
    LocalClock clock = new LocalClock(zone);
    ShapeLearner events = new EventRidge(clock);
    ShapeLearner plain =
        (track, calendar, cuts) -> events.learn(track, EventCalendar.empty(), cuts);
    ShapeLearner profile = new WeeklyProfile(clock);
    List<Entrant> entrants =
        List.of(
            new Entrant("event-ridge", 0, LEARNT),
            new Entrant("weekly-profile", 1, LEARNT),
            new Entrant("seasonal-naive-week", 2, LevelRule.only(RecentRest.SAME_TIME_WEEK)),
            new Entrant("seasonal-naive-day", 2, LevelRule.only(RecentRest.SAME_TIME_DAY)),
            new Entrant("last-value", 2, LevelRule.only(RecentRest.LAST)),
            new Entrant(Recipe.STRUCTURAL, 3, LEARNT));
    List<ShapeLearner> learners = List.of(events, profile, new FlatLearner(), plain);
    return List.of(
        shaped("selection", new Recipe(learners, entrants, true, Duration.ofDays(2)), clock),
        shaped("event-ridge", Recipe.alone("event-ridge", events, LEARNT, 4), clock),
        shaped(Recipe.STRUCTURAL, Recipe.alone(Recipe.STRUCTURAL, plain, LEARNT, 4), clock),
        shaped("weekly-profile", Recipe.alone("weekly-profile", profile, LEARNT, 2), clock),
        naive("seasonal-naive-week", RecentRest.SAME_TIME_WEEK, Duration.ofDays(7), clock),
        naive("seasonal-naive-day", RecentRest.SAME_TIME_DAY, Duration.ofDays(1), clock),
        naive("last-value", RecentRest.LAST, Duration.ofMillis(1), clock),
        new NothingKnown());
  }

  /**
   * One method by its name.
   *
   * @throws IllegalArgumentException when there is none; the message lists those that there are
   */
  public static Forecaster named(String name, ZoneId zone) {
    List<Forecaster> all = all(zone);
    return all.stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "method '"
                        + name
                        + "' is unknown; use one of "
                        + String.join(", ", all.stream().map(Forecaster::name).toList())));
  }

  private static Forecaster naive(String name, int reading, Duration need, LocalClock clock) {
    LevelRule rule = LevelRule.only(reading);
    Recipe recipe =
        new Recipe(List.of(new FlatLearner()), List.of(new Entrant(name, 0, rule)), false, need);
    return shaped(name, recipe, clock);
  }

  private static Forecaster shaped(String name, Recipe recipe, LocalClock clock) {
    return new ShapedForecaster(name, recipe, clock);
  }
}
