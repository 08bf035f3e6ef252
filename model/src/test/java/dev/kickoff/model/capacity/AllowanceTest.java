package dev.kickoff.model.capacity;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.quantile.QuantileChoice;
import dev.kickoff.model.forecast.ForecastKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final Instant KICK_OFF = NOON.plus(Duration.ofMinutes(90));
  private final CapacityPlanner planner =
      new CapacityPlanner(PlanningPolicy.standard(QuantileChoice.fixed(0.99)));

  /** Of a forecast whose p50 is 50,000 rpm throughout, and whose p99 is 120,000. */
  private int hostsAt(Instant at, PlanRequest.Company company) {
    PlanRequest request =
        new PlanRequest(
            "web-asg",
            Scenes.THOUSAND,
            LeadTime.constant(Duration.ZERO),
            Optional.of(Scenes.forecast(ForecastKind.NEAR, NOON, 60, t -> 100_000)),
            Optional.empty(),
            EventCalendar.of(List.of(Scenes.match("final", KICK_OFF))));
    CapacityPlan plan = planner.plan(request.in(company));
    return plan.inForceAt(at).orElseThrow().hosts();
  }

  @Test
  void besideAReactivePolicyPlansTheMedianAndASeventhMoreAroundEvents() {
    Instant quiet = NOON.plus(Duration.ofMinutes(10));
    Instant event = NOON.plus(Duration.ofMinutes(50));
    assertThat(hostsAt(quiet, PlanRequest.Company.REACTIVE)).isEqualTo(50);
    assertThat(hostsAt(event, PlanRequest.Company.REACTIVE)).isEqualTo(58);
    assertThat(hostsAt(quiet, PlanRequest.Company.ALONE)).isEqualTo(120);
    assertThat(hostsAt(event, PlanRequest.Company.ALONE)).isEqualTo(120);
  }

  @Test
  void besideAReactivePolicyStandsTenMinutesEarlyAroundEventsOnly() {
    Instant surge = NOON.plus(Duration.ofMinutes(50));
    long usual = surging(surge, KICK_OFF, PlanRequest.Company.ALONE);
    assertThat(surging(surge, KICK_OFF, PlanRequest.Company.REACTIVE)).isEqualTo(usual + 10);
    Instant noEvent = KICK_OFF.plus(Duration.ofDays(5));
    assertThat(surging(surge, noEvent, PlanRequest.Company.REACTIVE)).isEqualTo(usual);
  }

  /** How many minutes before its demand surges, at an event or not, more stands than before. */
  private long surging(Instant surge, Instant kickOff, PlanRequest.Company company) {
    PlanRequest request =
        new PlanRequest(
            "web-asg",
            Scenes.THOUSAND,
            LeadTime.constant(Duration.ZERO),
            Optional.of(
                Scenes.forecast(
                    ForecastKind.NEAR, NOON, 60, t -> t.isBefore(surge) ? 20_000 : 100_000)),
            Optional.empty(),
            EventCalendar.of(List.of(Scenes.match("final", kickOff))));
    CapacityPlan plan = planner.plan(request.in(company));
    int most = plan.inForceAt(surge).orElseThrow().hosts();
    long early = 0;
    while (plan.inForceAt(surge.minus(Duration.ofMinutes(early + 1))).orElseThrow().hosts()
        == most) {
      early++;
    }
    return early;
  }
}
