package dev.kickoff.model.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.Demands;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastStep;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Demand trebles in matches, some of them past; a concert is the first. */
class UnseenEventsTest {
  private static final Instant AT = Demands.START.plus(Duration.ofDays(21).plusHours(12));
  private static final Instant CONCERT_AT = AT.plus(Duration.ofHours(6));

  private static Event concert(String category) {
    return new Event(
        "c1",
        "First night",
        category,
        CONCERT_AT,
        CONCERT_AT.plus(Duration.ofHours(2)),
        Map.of(),
        Demands.matches(2).get(0).version());
  }

  private static DemandForecast forecast(List<Event> past, Event coming) {
    DemandSeries series = Demands.noisy(5, Duration.ofDays(22), past);
    List<Event> all = new ArrayList<>(past);
    all.add(coming);
    return new ForecastDesk(Methods.inOrder(ZoneOffset.UTC))
        .issue(
            new Service("web"),
            ForecastKind.FAR,
            Demands.request(series, EventCalendar.of(all), AT));
  }

  private static List<Event> matchesBefore() {
    return Demands.matches(30).stream().filter(e -> e.start().isBefore(AT)).toList();
  }

  private static String basis(DemandForecast forecast) {
    return forecast.method().basis().orElseThrow().events().stream()
        .filter(each -> each.uid().equals("c1"))
        .findFirst()
        .orElseThrow()
        .basis();
  }

  private static double factor(DemandForecast forecast, Instant at) {
    ForecastStep step = forecast.stepAt(at).orElseThrow();
    return step.mean().p95() / step.mean().p50();
  }

  @Test
  void theFirstOfItsClassIsGivenTheRoomThatOtherClassesTook() {
    DemandForecast forecast = forecast(matchesBefore(), concert("concert"));

    assertThat(basis(forecast))
        .startsWith("no past event of this class; borrowed from match: p95 is at least ");
    assertThat(factor(forecast, CONCERT_AT.plusSeconds(3600))).isGreaterThan(2.5);
    assertThat(factor(forecast, CONCERT_AT.minus(Duration.ofHours(2)))).isLessThan(1.5);
  }

  @Test
  void oneOfAKnownClassIsGivenNoMoreThanItsClassNeeds() {
    DemandForecast forecast = forecast(matchesBefore(), concert("match"));

    assertThat(basis(forecast)).contains("past events of 'match' by resemblance");
    assertThat(factor(forecast, CONCERT_AT.plusSeconds(3600))).isLessThan(1.5);
  }

  @Test
  void theFirstEventOfAllIsGivenAChosenMargin() {
    DemandForecast forecast = forecast(List.of(), concert("concert"));

    assertThat(basis(forecast))
        .isEqualTo(
            "no past event of this class; nor anything to borrow from: by a chosen margin p95 is"
                + " at least 2.00 times the median");
    assertThat(factor(forecast, CONCERT_AT.plusSeconds(3600))).isGreaterThan(1.99);
  }
}
