package dev.kickoff.model.forecast;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.demand.DemandSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongToDoubleFunction;

/** Made-up demand for the tests of forecasts: days, weekends, matches and noise. */
public final class Demands {
  /** A Monday. */
  public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  public static final Duration FIVE = Duration.ofMinutes(5);

  private Demands() {}

  /** A day that peaks in the evening, weekends a third higher. */
  public static double usual(long millis) {
    double day = (millis % 86_400_000L) / 86_400_000.0;
    boolean weekend = Math.floorMod(millis / 86_400_000L + 3, 7L) >= 5;
    return (weekend ? 1.33 : 1.0) * (1000 + 700 * Math.sin(2 * Math.PI * (day - 0.5)));
  }

  /** How many times the usual demand comes during these matches, which last two hours. */
  public static double lift(long millis, List<Event> matches) {
    double lift = 1;
    for (Event match : matches) {
      double hours = (millis - match.start().toEpochMilli()) / 3_600_000.0;
      lift = hours >= 0 && hours < 2 ? 3 : lift;
    }
    return lift;
  }

  /** Usual demand with matches and a noise of five percent. */
  public static DemandSeries noisy(long seed, Duration length, List<Event> matches) {
    Random random = new Random(seed);
    return series(
        FIVE, length, at -> usual(at) * lift(at, matches) * Math.exp(0.05 * random.nextGaussian()));
  }

  /** A series from {@link #START} on; below zero stands for a gap. */
  public static DemandSeries series(Duration step, Duration length, LongToDoubleFunction value) {
    DemandSeries.Builder builder = DemandSeries.builder(START, step);
    for (Instant at = START; at.isBefore(START.plus(length)); at = at.plus(step)) {
      double demand = value.applyAsDouble(at.toEpochMilli());
      if (demand >= 0) {
        builder.set(at, demand);
      }
    }
    return builder.extendTo(START.plus(length)).build();
  }

  /** A match every other day at 19:00, for so many days. */
  public static List<Event> matches(int days) {
    List<Event> matches = new ArrayList<>();
    for (int day = 1; day < days; day += 2) {
      matches.add(match("m" + day, START.plus(Duration.ofDays(day)).plus(Duration.ofHours(19))));
    }
    return matches;
  }

  public static Event match(String uid, Instant start) {
    return version(uid, start, new EventVersion(Optional.empty(), 0, 1, EventStatus.CONFIRMED));
  }

  public static Event version(String uid, Instant start, EventVersion version) {
    return new Event(uid, uid, "match", start, start.plus(Duration.ofHours(2)), Map.of(), version);
  }

  /** A request for a day ahead in steps of five minutes, or of the series where they are longer. */
  public static ForecastRequest request(
      DemandSeries series, EventCalendar calendar, Instant issuedAt) {
    Duration step = series.step().compareTo(FIVE) < 0 ? FIVE : series.step();
    return new ForecastRequest(
        issuedAt,
        step,
        Duration.ofDays(1),
        ForecastDesk.wholeStepsBefore(series, issuedAt),
        calendar.asKnownAt(issuedAt));
  }
}
