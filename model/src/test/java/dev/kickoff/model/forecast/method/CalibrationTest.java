package dev.kickoff.model.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.Demands;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.ForecastStep;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void coversWhatItPromisesOnDemandOfOneKind() {
    DemandSeries series = Demands.noisy(11, Duration.ofDays(30), Demands.matches(30));
    ForecastDesk desk = new ForecastDesk(Methods.inOrder(ZoneOffset.UTC));
    EventCalendar calendar = EventCalendar.of(Demands.matches(30));
    int covered = 0;
    int steps = 0;
    for (int day = 22; day < 29; day++) {
      Instant at = Demands.START.plus(Duration.ofDays(day).plusHours(day));
      DemandForecast forecast =
          desk.issue(new Service("web"), ForecastKind.FAR, Demands.request(series, calendar, at));
      for (ForecastStep step : forecast.steps()) {
        if (series.at(step.from()).isPresent()) {
          covered += series.at(step.from()).getAsDouble() <= step.mean().p95() ? 1 : 0;
          steps++;
        }
      }
    }
    assertThat(covered / (double) steps).isBetween(0.92, 0.98);
  }

  @Test
  void highestMinuteLiesAboveTheMeanOfItsStepByWhatMinutesScatter() {
    Random random = new Random(12);
    DemandSeries series =
        Demands.series(
            Duration.ofMinutes(1),
            Duration.ofDays(8),
            at -> Demands.usual(at) * Math.exp(0.1 * random.nextGaussian()));
    Instant at = Demands.START.plus(Duration.ofDays(8));
    ForecastRequest request = Demands.request(series, EventCalendar.empty(), at);
    ForecastDesk desk = new ForecastDesk(Methods.inOrder(ZoneOffset.UTC));
    ForecastStep step = desk.issue(new Service("web"), ForecastKind.FAR, request).steps().get(100);
    // The mean of the largest of five draws of N(0, 0.1) is 0.116.
    assertThat(step.peak().p50() / step.mean().p50()).isBetween(1.08, 1.16);
  }

  @Test
  void singleMinutesScatterMoreThanTheMeanOfFive() {
    Random random = new Random(13);
    DemandSeries series =
        Demands.series(
            Duration.ofMinutes(1),
            Duration.ofDays(8),
            at -> Demands.usual(at) * Math.exp(0.1 * random.nextGaussian()));
    Instant at = Demands.START.plus(Duration.ofDays(8));
    ForecastDesk desk = new ForecastDesk(Methods.inOrder(ZoneOffset.UTC));
    ForecastRequest far = Demands.request(series, EventCalendar.empty(), at);
    ForecastRequest near =
        new ForecastRequest(
            at, Duration.ofMinutes(1), Duration.ofHours(1), far.history(), far.calendar());
    ForecastStep five = desk.issue(new Service("web"), ForecastKind.FAR, far).steps().get(5);
    ForecastStep one = desk.issue(new Service("web"), ForecastKind.NEAR, near).steps().get(25);
    assertThat(one.mean().p95() / one.mean().p50())
        .isGreaterThan(1.4 * five.mean().p95() / five.mean().p50() - 0.4);
    assertThat(one.peak()).isEqualTo(one.mean());
  }
}
