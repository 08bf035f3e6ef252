package dev.kickoff.model.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartShiftTest {
  private static final int DAYS = 21;
  private static final Instant KICKOFF =
      Demands.START.plus(Duration.ofDays(DAYS)).plus(Duration.ofHours(19));

  /** By seed; all of a seed's forecasts are from models learnt at the same time before kick-off. */
  private static final Map<Long, ForecastDesk> DESKS = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void unannouncedDelayIsRecognisedWithinFifteenMinutes(long seed) {
    EventOutlook seen = outlook(seed, Duration.ofMinutes(15), KICKOFF.plus(minutes(15)));
    assertThat(seen.basis()).contains("later than announced");
    assertThat(Duration.between(KICKOFF, seen.startsAt()).toMinutes()).isBetween(10L, 20L);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void punctualStartIsTakenForOne(long seed) {
    for (int minutes = -15; minutes <= 60; minutes += 5) {
      assertThat(outlook(seed, Duration.ZERO, KICKOFF.plus(minutes(minutes))).startsAt())
          .isEqualTo(KICKOFF);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void delayedMatchTakesItsLiftAlong(long seed) {
    Instant now = KICKOFF.plus(minutes(15));
    DemandForecast late = forecast(seed, Duration.ofMinutes(20), now);
    // The announced end is 21:00; the one that twenty minutes were lost before lifts until 21:20.
    Instant afterTheEnd = KICKOFF.plus(minutes(130));
    double lifted = late.stepAt(afterTheEnd).orElseThrow().mean().p50();
    assertThat(lifted / Demands.usual(afterTheEnd.toEpochMilli())).isCloseTo(3, within(1.0));
  }

  private static EventOutlook outlook(long seed, Duration delay, Instant now) {
    return forecast(seed, delay, now).method().basis().orElseThrow().events().stream()
        .filter(each -> each.uid().equals("next"))
        .findFirst()
        .orElseThrow();
  }

  private static DemandForecast forecast(long seed, Duration delay, Instant now) {
    List<Event> past = Demands.matches(DAYS);
    List<Event> played = new ArrayList<>(past);
    played.add(Demands.match("next", KICKOFF.plus(delay)));
    DemandSeries series = Demands.noisy(seed, Duration.ofDays(DAYS + 1), played);
    List<Event> announced = new ArrayList<>(past);
    announced.add(Demands.match("next", KICKOFF));
    return DESKS
        .computeIfAbsent(seed, any -> new ForecastDesk(Methods.inOrder(ZoneOffset.UTC)))
        .issue(
            new Service("web"),
            ForecastKind.FAR,
            Demands.request(series, EventCalendar.of(announced), now));
  }

  private static Duration minutes(int count) {
    return Duration.ofMinutes(count);
  }
}
