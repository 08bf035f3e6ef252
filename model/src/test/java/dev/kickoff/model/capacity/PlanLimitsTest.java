package dev.kickoff.model.capacity;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.ForecastKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class PlanLimitsTest {
  private static final Instant TOMORROW = NOON.plus(Duration.ofHours(30));
  private final CapacityPlanner planner = new CapacityPlanner(Scenes.P95);

  private static PlanRequest request(ToDoubleFunction<Instant> p95) {
    return new PlanRequest(
        "web-asg",
        Scenes.THOUSAND,
        LeadTime.constant(Duration.ofMinutes(10)),
        Optional.of(Scenes.forecast(ForecastKind.NEAR, NOON, 60, p95)),
        Optional.of(Scenes.forecast(ForecastKind.FAR, NOON, 576, p95)),
        EventCalendar.empty());
  }

  private static double tomorrow(Instant at) {
    return at.isBefore(TOMORROW) ? 10_000 : 100_000;
  }

  private static PlanLimits most(int hosts) {
    return new PlanLimits(OptionalInt.of(hosts), "quota of the account", OptionalInt.empty());
  }

  private static PlanLimits launches(int hostsPerMinute) {
    return new PlanLimits(OptionalInt.empty(), "", OptionalInt.of(hostsPerMinute));
  }

  @Test
  void saysAheadWhatItCannotPlace() {
    CapacityPlan plan = planner.plan(request(PlanLimitsTest::tomorrow).within(most(10)));
    assertThat(plan.shortfalls())
        .containsExactly(new Shortfall(TOMORROW, 100, 10, "capped at 10: quota of the account"));
    assertThat(plan.steps()).allMatch(step -> step.hosts() == 10);
  }

  @Test
  void lacksNothingWhereAllOfItFits() {
    CapacityPlan free = planner.plan(request(PlanLimitsTest::tomorrow));
    CapacityPlan within = planner.plan(request(PlanLimitsTest::tomorrow).within(most(100)));
    assertThat(within.shortfalls()).isEmpty();
    assertThat(within).isEqualTo(free);
  }

  @Test
  void launchesEarlierWhereOnlyAFewCanBeLaunchedAMinute() {
    CapacityPlan free = planner.plan(request(PlanLimitsTest::tomorrow));
    CapacityPlan slow = planner.plan(request(PlanLimitsTest::tomorrow).within(launches(6)));
    Instant before = free.steps().get(free.steps().size() - 1).launchAt();
    assertThat(slow.steps().get(slow.steps().size() - 1).launchAt())
        .isEqualTo(before.minus(Duration.ofMinutes(14)));
    assertThat(slow.shortfalls()).isEmpty();
  }

  @Test
  void launchesOfARampThatFollowEachOtherMinuteByMinuteAreAllMadeInTime() {
    Instant begin = NOON.plus(Duration.ofMinutes(40));
    ToDoubleFunction<Instant> ramp =
        at -> 10_000 + 6_000 * Math.max(0, Math.min(10, Duration.between(begin, at).toMinutes()));
    CapacityPlan free = planner.plan(request(ramp));
    CapacityPlan slow = planner.plan(request(ramp).within(launches(2)));
    for (CapacityStep due : free.steps()) {
      int launched = 10;
      for (CapacityStep step : slow.steps()) {
        long minutes = Duration.between(step.launchAt(), due.launchAt()).toMinutes() + 1;
        int inTime = (int) Math.min(step.hosts(), launched + 2 * Math.max(0, minutes));
        launched = Math.max(launched, inTime);
      }
      assertThat(launched).as("by %s", due.launchAt()).isGreaterThanOrEqualTo(due.hosts());
    }
    Instant asked = slow.steps().get(1).launchAt();
    assertThat(Duration.between(asked, free.steps().get(1).launchAt()).toMinutes())
        .as("sixty hosts in half an hour, where ten minutes were enough")
        .isEqualTo(21);
  }
}
