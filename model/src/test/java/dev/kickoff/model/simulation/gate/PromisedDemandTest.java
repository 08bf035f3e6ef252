package dev.kickoff.model.simulation.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.ForecastIssuer;
import dev.kickoff.model.simulation.ForecastSchedule;
import dev.kickoff.model.simulation.ReplayInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromisedDemandTest {
  private static final Instant FROM = Scenes.NOON;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /**
   * Demand is 100, and 110 from two hours on. A forecast knows of the rise from its instant on, so
   * what was promised early enough for a host to boot falls short for exactly that long.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 10, 57, 90})
  void countsTheMinutesThatNoForecastIssuedInTimeForABootSawComing(int bootMinutes) {
    Instant rise = FROM.plus(Duration.ofHours(2));
    DemandSeries.Builder minutes = DemandSeries.builder(FROM.minus(Duration.ofDays(1)), MINUTE);
    for (int i = -1440; i < 2880; i++) {
      Instant at = FROM.plus(MINUTE.multipliedBy(i));
      minutes.set(at, at.isBefore(rise) ? 100 : 110);
    }
    ReplayInput input =
        new ReplayInput(
            minutes.build(),
            EventCalendar.empty(),
            Scenes.settings(ControlMode.FORECAST_ONLY)
                .withLeadTime(LeadTime.constant(Duration.ofMinutes(bootMinutes))),
            Optional.empty(),
            List.of("a"),
            FROM,
            FROM.plus(Duration.ofDays(2)));
    ForecastIssuer issuer =
        (service, kind, request) -> {
          double p99 = request.issuedAt().isBefore(rise) ? 100 : 110;
          return Scenes.forecast(kind, request.issuedAt(), request.steps(), at -> p99 / 1.2 + 0.01);
        };
    ForecastSchedule schedule = new ForecastSchedule(input);
    PromisedDemand promised = new PromisedDemand(at -> schedule.issue(at, issuer), input);
    for (Instant at = schedule.firstAt(); at.isBefore(input.until()); at = at.plus(MINUTE)) {
      promised.at(at);
      promised.at(at);
    }

    assertThat(promised.ahead()).isEqualTo(MINUTE.multipliedBy(bootMinutes + 3));
    assertThat(promised.days()).hasSize(2);
    assertThat(promised.days().get(0).exceeded()).isEqualTo(bootMinutes + 3);
    assertThat(promised.days().get(0).minutes()).isEqualTo(1440 - bootMinutes - 2);
    assertThat(promised.days().get(1)).isEqualTo(new DayShortfall(1440, 0));
  }
}
