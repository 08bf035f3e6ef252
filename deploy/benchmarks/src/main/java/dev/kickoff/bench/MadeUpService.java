package dev.kickoff.bench;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastRequest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The service that is measured: forty days of demand by the minute, with a day, a week, noise, and
 * thirty matches, and a calendar that knows six more. The same on every machine.
 */
public final class MadeUpService {
  /**
   * What it is called; its learning times, which follow from the name, are the whole quarters of a
   * day.
   */
  public static final Service SERVICE = new Service("service-47");

  /** The zone its people live in. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
  private static final int DAYS = 40;
  private static final int DAYS_AHEAD = 8;
  private static final Duration MATCH = Duration.ofMinutes(115);

  /** Learning periods are six hours; a match begins in the fourth hour of this one. */
  private static final Instant PERIOD =
      START.plus(Duration.ofDays(DAYS - 1)).plusSeconds(12 * 3600);

  private static final int PERIOD_MINUTES = 6 * 60;
  private static final long SEED = 2026;

  private final EventCalendar calendar;
  private final DemandSeries demand;

  public MadeUpService() {
    List<Event> matches = matches();
    this.calendar = EventCalendar.published(matches);
    this.demand = demand(matches);
  }

  private static List<Event> matches() {
    List<Event> matches = new ArrayList<>();
    for (int day = 0; day < DAYS + DAYS_AHEAD; day++) {
      if (day % 4 != 0) {
        Instant start = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(day % 2 + 15));
        matches.add(
            new Event(
                "match-" + day,
                "Match " + day,
                "football_match",
                start,
                start.plus(MATCH),
                Map.of("stage", day % 7 == 6 ? "knock-out" : "group"),
                EventVersion.FIRST));
      }
    }
    return matches;
  }

  private static DemandSeries demand(List<Event> matches) {
    SplittableRandom random = new SplittableRandom(SEED);
    DemandSeries.Builder series = DemandSeries.builder(START, Duration.ofMinutes(1));
    Instant end = START.plus(Duration.ofDays(DAYS));
    double drift = 0;
    for (Instant at = START; at.isBefore(end); at = at.plusSeconds(60)) {
      drift = 0.999 * drift + 0.003 * random.nextGaussian();
      double log = usual(at) + lift(matches, at) + drift + 0.03 * random.nextGaussian();
      series.set(at, Math.rint(12_000 * Math.exp(log)));
    }
    return series.build();
  }

  private static double usual(Instant at) {
    ZonedDateTime local = at.atZone(ZONE);
    double day = 2 * Math.PI * local.toLocalTime().toSecondOfDay() / LocalTime.MAX.toSecondOfDay();
    boolean weekend = local.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    return 0.7 * Math.sin(day - 2.2) + 0.2 * Math.sin(2 * day) + (weekend ? 0.15 : 0);
  }

  /** Rises for an hour, stays up while it is played, and is gone an hour after. */
  private static double lift(List<Event> matches, Instant at) {
    double lift = 0;
    for (Event match : matches) {
      double since = Duration.between(match.start(), at).toMinutes();
      double rise = Math.min(1, (since + 60) / 75);
      double fall = Math.min(1, (MATCH.toMinutes() + 60 - since) / 60);
      lift += Math.max(0, Math.min(rise, fall));
    }
    return lift;
  }

  /** All of the demand; what a request sees of it ends at its cutoff. */
  public DemandSeries demand() {
    return demand;
  }

  /** Past and coming matches, all of them always known. */
  public EventCalendar calendar() {
    return calendar;
  }

  /** Requests at every minute of one learning period, in an order that mixes early and late. */
  List<ForecastRequest> requests(ForecastKind kind) {
    return IntStream.range(0, PERIOD_MINUTES)
        .mapToObj(i -> request(kind, PERIOD.plusSeconds(60L * (i * 37 % PERIOD_MINUTES))))
        .toList();
  }

  /** The request that is learnt from in that period. */
  ForecastRequest learning(ForecastKind kind) {
    return request(kind, PERIOD);
  }

  private ForecastRequest request(ForecastKind kind, Instant at) {
    return new ForecastRequest(
        at, kind.resolution(), kind.horizon(), demand.before(at), calendar.asKnownAt(at));
  }
}
