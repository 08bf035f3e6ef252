package dev.kickoff.model.simulation;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventVersion;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The built-in match day: three weeks of ordinary life with ten matches in them, then the day of
 * the final, Saturday 20 June 2026, kick-off 20:00 UTC. Made up, in requests per minute, and
 * without a gap.
 *
 * <p>Demand of a minute is {@code hour(t) * weekday(t) * (1 + sum of lifts(t)) * noise(t)}, rounded
 * to whole requests:
 *
 * <ul>
 *   <li>{@code hour}: a value at each full hour, from 5,000 at 05:00 to 30,000 at 21:00, with
 *       straight lines between;
 *   <li>{@code weekday}: 0.95 on Monday to 1.03 on Sunday;
 *   <li>{@code lift} of a match: its size times a line through points of the match, 0 two hours
 *       before kick-off, 0.4 one hour before, 1.6 at kick-off, then peaks at half-time (5.0) and at
 *       the final whistle (6.0), gone four hours after kick-off; the form follows the published
 *       traces of the 1998 World Cup. A group match has size 0.5 to 0.8, a knock-out match 0.85 to
 *       0.95, the final 1.05;
 *   <li>{@code noise}: the exponential of normal noise with standard deviation 0.03 a minute, 0.03
 *       over a quarter of an hour, and 0.04 over six hours, from {@link SeededNoise}.
 * </ul>
 *
 * @param seed of the noise; the same seed gives the same demand
 */
public record MatchDay(long seed) implements LoadShape {
  /** The match day that {@code kickoff up} plays. */
  public static final MatchDay DEFAULT = new MatchDay(2026);

  private static final LocalDate FINAL_DAY = LocalDate.of(2026, 6, 20);
  private static final int HISTORY_DAYS = 21;
  private static final Duration PLANNED_LENGTH = Duration.ofMinutes(115);
  private static final int MINUTES_PER_DAY = 1440;
  private static final double[] HOURLY = {
    16_000, 12_000, 9_000, 7_000, 5_500, 5_000, 6_500, 9_000, 12_000, 14_000, 15_500, 17_000,
    18_500, 18_000, 17_500, 17_500, 18_500, 20_000, 23_000, 26_000, 28_500, 30_000, 26_000, 21_000
  };
  private static final double[] WEEKDAY = {0.95, 0.96, 0.97, 0.98, 1.0, 1.02, 1.03};
  private static final double[] LIFT_MINUTE = {
    -120, -60, -15, 0, 15, 45, 50, 60, 66, 105, 112, 130, 180, 240
  };
  private static final double[] LIFT = {
    0, 0.4, 0.9, 1.6, 2.8, 3.4, 5.0, 4.6, 3.3, 4.0, 6.0, 4.5, 0.6, 0
  };
  private static final List<Match> MATCHES =
      List.of(
          new Match(-20, 18, 0.55, "group", "Reds v Blues"),
          new Match(-18, 20, 0.65, "group", "Greens v Whites"),
          new Match(-16, 20, 0.60, "group", "Blues v Greens"),
          new Match(-14, 17, 0.50, "group", "Whites v Reds"),
          new Match(-13, 20, 0.80, "group", "Reds v Greens"),
          new Match(-11, 20, 0.70, "group", "Blues v Whites"),
          new Match(-8, 20, 0.85, "knockout", "Reds v Oranges"),
          new Match(-7, 20, 0.90, "knockout", "Blues v Violets"),
          new Match(-4, 20, 0.90, "knockout", "Reds v Violets"),
          new Match(-3, 20, 0.95, "knockout", "Blues v Oranges"),
          new Match(0, 20, 1.05, "knockout", "Reds v Blues"));

  /** One match of the made-up cup, {@code day} counted from the day of the final. */
  private record Match(int day, int hour, double size, String stage, String title) {
    Instant kickoffAt() {
      return FINAL_DAY.plusDays(day).atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }
  }

  /** Where the history begins. */
  public Instant historyFrom() {
    return FINAL_DAY.minusDays(HISTORY_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Where the history ends and the match day begins. */
  public Instant from() {
    return FINAL_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The end of the match day, exclusive. */
  public Instant until() {
    return FINAL_DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Kick-off of the final. */
  public Instant kickoffAt() {
    return MATCHES.get(MATCHES.size() - 1).kickoffAt();
  }

  /** The matches, in order; all of them always known. */
  public List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (Match match : MATCHES) {
      Instant start = match.kickoffAt();
      events.add(
          new Event(
              "match-" + start,
              match.title(),
              "football_match",
              start,
              start.plus(PLANNED_LENGTH),
              Map.of("stage", match.stage()),
              EventVersion.FIRST));
    }
    return events;
  }

  @Override
  public double requestsPerMinuteAt(Instant minute) {
    double lift = 0;
    for (Match match : MATCHES) {
      double sinceKickoff = Duration.between(match.kickoffAt(), minute).toSeconds() / 60.0;
      lift += match.size() * onLine(LIFT_MINUTE, LIFT, sinceKickoff);
    }
    return Math.rint(ordinary(minute) * (1 + lift) * noise(minute));
  }

  private static double ordinary(Instant minute) {
    double hour = Math.floorMod(minute.getEpochSecond() / 60, MINUTES_PER_DAY) / 60.0;
    int left = (int) hour;
    double share = hour - left;
    double level = (1 - share) * HOURLY[left] + share * HOURLY[(left + 1) % HOURLY.length];
    DayOfWeek day = minute.atZone(ZoneOffset.UTC).getDayOfWeek();
    return level * WEEKDAY[day.ordinal()];
  }

  private static double onLine(double[] x, double[] y, double at) {
    for (int i = 1; i < x.length; i++) {
      if (at >= x[i - 1] && at < x[i]) {
        return y[i - 1] + (y[i] - y[i - 1]) * (at - x[i - 1]) / (x[i] - x[i - 1]);
      }
    }
    return 0;
  }

  private double noise(Instant minute) {
    double at = minute.getEpochSecond() / 60;
    double log =
        0.03 * new SeededNoise(seed, 1).gaussian((long) at)
            + 0.03 * new SeededNoise(seed, 2).smooth(at / 15)
            + 0.04 * new SeededNoise(seed, 3).smooth(at / 360);
    return StrictMath.exp(log);
  }
}
