package dev.kickoff.model.forecast.method;

import dev.kickoff.model.forecast.Forecaster;
import dev.kickoff.model.forecast.shape.EventRidge;
import dev.kickoff.model.forecast.shape.FlatLearner;
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
    return List.of(
        new ShapedForecaster(
            "event-ridge",
            new ShapedForecaster.Recipe(
                new EventRidge(clock), new LearntLevel(), Duration.ofDays(4)),
            clock),
        new ShapedForecaster(
            "weekly-profile",
            new ShapedForecaster.Recipe(
                new WeeklyProfile(clock), new LearntLevel(), Duration.ofDays(2)),
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
        name, new ShapedForecaster.Recipe(new FlatLearner(), LevelRule.only(reading), need), clock);
  }
}
