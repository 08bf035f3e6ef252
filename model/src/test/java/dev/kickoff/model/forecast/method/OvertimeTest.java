package dev.kickoff.model.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.Demands;
import dev.kickoff.model.forecast.EventOutlook;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.ForecastKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OvertimeTest {
  private static final int DAYS = 21;
  private static final Duration PLANNED = Duration.ofMinutes(105);
  private static final Duration EXTRA_TIME = Duration.ofMinutes(35);
  private static final Instant KICKOFF = kickoff(DAYS);
  private static final Instant END = KICKOFF.plus(PLANNED);
  private static final double LIFT_LOG = Math.log(3);
  private static final double LEAVING_MINUTES = 10;

  /** By seed; all of a seed's forecasts are from models learnt at the same time before kick-off. */
  private static final Map<Long, ForecastDesk> DESKS = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void extraTimeIsForeseenAQuarterOfAnHourAfterThePlannedEnd(long seed) {
    Instant now = END.plus(minutes(15));
    double truth = 0;
    double foreseen = 0;
    double announced = 0;
    DemandForecast forecast = forecast(seed, EXTRA_TIME, now);
    for (int minute = 0; minute < 30; minute += 5) {
      Instant at = now.plus(minutes(minute));
      truth += truth(at.toEpochMilli(), EXTRA_TIME);
      foreseen += forecast.stepAt(at).orElseThrow().mean().p50();
      announced += truth(at.toEpochMilli(), Duration.ZERO);
    }
    assertThat(foreseen / truth).isCloseTo(1, within(0.15));
    assertThat(announced / truth).isLessThan(0.6);
    assertThat(outlook(forecast).basis()).contains("past the planned end");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void ordinaryEndIsTakenForOne(long seed) {
    for (int minutes = -20; minutes <= 90; minutes += 5) {
      assertThat(basis(seed, Duration.ZERO, END.plus(minutes(minutes)))).doesNotContain("past the");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void overtimeIsOverOnceDemandHasFallen(long seed) {
    for (int minutes = 65; minutes <= 90; minutes += 5) {
      assertThat(basis(seed, EXTRA_TIME, END.plus(minutes(minutes)))).doesNotContain("past the");
    }
  }

  private static String basis(long seed, Duration longer, Instant now) {
    return outlook(forecast(seed, longer, now)).basis();
  }

  private static EventOutlook outlook(DemandForecast forecast) {
    return forecast.method().basis().orElseThrow().events().stream()
        .filter(each -> each.uid().equals("at " + KICKOFF))
        .findFirst()
        .orElseThrow();
  }

  private static DemandForecast forecast(long seed, Duration longer, Instant now) {
    Random random = new Random(seed);
    DemandSeries series =
        Demands.series(
            Demands.FIVE,
            Duration.ofDays(DAYS + 1),
            at -> truth(at, longer) * Math.exp(0.05 * random.nextGaussian()));
    List<Event> matches = new ArrayList<>();
    for (int day = 1; day <= DAYS; day += 2) {
      matches.add(match(kickoff(day)));
    }
    return DESKS
        .computeIfAbsent(seed, any -> new ForecastDesk(Methods.inOrder(ZoneOffset.UTC)))
        .issue(
            new Service("web"),
            ForecastKind.FAR,
            Demands.request(series, EventCalendar.of(matches), now));
  }

  /** People come at kick-off and leave within minutes of the end. */
  private static double truth(long millis, Duration longer) {
    double lift = 0;
    for (int day = 1; day <= DAYS; day += 2) {
      Duration lasts = day == DAYS ? PLANNED.plus(longer) : PLANNED;
      double since = (millis - kickoff(day).toEpochMilli()) / 60_000.0;
      double over = Math.max(0, since - lasts.toMinutes());
      lift += since >= 0 ? LIFT_LOG * Math.exp(-over / LEAVING_MINUTES) : 0;
    }
    return Demands.usual(millis) * Math.exp(lift);
  }

  private static Event match(Instant start) {
    EventVersion always = new EventVersion(Optional.empty(), 0, 1, EventStatus.CONFIRMED);
    return new Event("at " + start, "a cup", "match", start, start.plus(PLANNED), Map.of(), always);
  }

  private static Instant kickoff(int day) {
    return Demands.START.plus(Duration.ofDays(day)).plus(Duration.ofHours(19));
  }

  private static Duration minutes(int count) {
    return Duration.ofMinutes(count);
  }
}
