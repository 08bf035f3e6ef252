package dev.kickoff.model.forecast.method;

import dev.kickoff.model.forecast.Forecaster;
import dev.kickoff.model.forecast.shape.EventRidge;
import dev.kickoff.model.forecast.shape.FlatLearner;
import dev.kickoff.model.forecast.shape.ShapeLearner;
import dev.kickoff.model.forecast.shape.WeeklyProfile;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.RecentRest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** The methods there are, in the order in which they are tried. */
public final class Methods {
  private Methods() {}

  /** All methods, the best first; the last one can always be used. */
  public static List<Forecaster> inOrder(ZoneId zone) {
    LocalClock clock = new LocalClock(zone);
    List<ShapeLearner> learners =
        List.of(new EventRidge(clock), new WeeklyProfile(clock), new FlatLearner());
    Entrant ridge = new Entrant("event-ridge", 0, new LearntLevel());
    Entrant profile = new Entrant("weekly-profile", 1, new LearntLevel());
    return List.of(
        new ShapedForecaster(
            "selection",
            new ShapedForecaster.Recipe(
                learners,
                List.of(
                    ridge,
                    profile,
                    new Entrant("seasonal-naive-week", 2, LevelRule.only(RecentRest.SAME_TIME_WEEK)),
                    new Entrant("seasonal-naive-day", 2, LevelRule.only(RecentRest.SAME_TIME_DAY)),
                    new Entrant("last-value", 2, LevelRule.only(RecentRest.LAST))),
                Duration.ofDays(4)),
            clock),
        new ShapedForecaster(
            "event-ridge",
            new ShapedForecaster.Recipe(List.of(new EventRidge(clock)), List.of(ridge), Duration.ofDays(4)),
            clock),
        new ShapedForecaster(
            "weekly-profile",
            new ShapedForecaster.Recipe(
                List.of(new WeeklyProfile(clock)), List.of(new Entrant("weekly-profile", 0, new LearntLevel())), Duration.ofDays(2)),
            clock),
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
    List<Forecaster> all = inOrder(zone);
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
    return new ShapedForecaster(
        name, new ShapedForecaster.Recipe(List.of(new FlatLearner()), List.of(new Entrant(name, 0, LevelRule.only(reading))), need), clock);
  }
}
