package dev.kickoff.deploy.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Requests per minute over two days with a match on each. */
final class Demand {
  private static final double DAY_SECONDS = 86_400;
  private static final Map<Long, Double> KNOWN = new ConcurrentHashMap<>();

  private Demand() {}

  /** What a good forecast says. */
  static double expected(Instant at) {
    return KNOWN.computeIfAbsent(at.getEpochSecond(), seconds -> computed(at));
  }

  private static double computed(Instant at) {
    double day = (at.getEpochSecond() % DAY_SECONDS) / DAY_SECONDS;
    double daily = 90_000 - 55_000 * Math.cos(2 * Math.PI * (day - 0.12));
    return daily
        + lift(at, FakeMatchDay.KICK_OFF.minus(Duration.ofHours(22)), 60_000)
        + lift(at, FakeMatchDay.KICK_OFF, 210_000)
        + lift(at, FakeMatchDay.KICK_OFF.plus(Duration.ofMinutes(90)), 60_000);
  }

  private static double lift(Instant at, Instant kickOff, double height) {
    double minutes = Duration.between(kickOff, at).toSeconds() / 60.0;
    if (minutes < -30 || minutes > 150) {
      return 0;
    }
    double rise = 1 / (1 + Math.exp(-(minutes - 2) / 6));
    double fall = 1 / (1 + Math.exp((minutes - 112) / 7));
    double halfTime = 1 - 0.25 * Math.exp(-Math.pow((minutes - 53) / 7, 2));
    return height * rise * fall * halfTime;
  }

  /** What came: the same with small, repeatable unrest. */
  static double measured(Instant at) {
    double minute = at.getEpochSecond() / 60.0;
    double unrest = 0.02 * Math.sin(minute * 1.7) + 0.015 * Math.sin(minute * 0.37 + 1);
    return Math.rint(expected(at) * (1 + unrest));
  }
}
