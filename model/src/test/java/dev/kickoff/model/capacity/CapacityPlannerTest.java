package dev.kickoff.model.capacity;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityPlannerTest {
  private static final Instant KICK_OFF = NOON.plus(Duration.ofHours(7));
  private final CapacityPlanner planner = new CapacityPlanner(Scenes.P95);

  private static double evening(Instant at) {
    boolean busy = !at.isBefore(KICK_OFF) && at.isBefore(KICK_OFF.plus(Duration.ofHours(2)));
    return busy ? 100_000 : 10_000;
  }

  private CapacityPlan plan(Duration lead, ToDoubleFunction<Instant> p95) {
    DemandForecast near = Scenes.forecast(ForecastKind.NEAR, NOON, 60, p95);
    DemandForecast far = Scenes.forecast(ForecastKind.FAR, NOON, 576, p95);
    EventCalendar calendar = EventCalendar.of(List.of(Scenes.match("final", KICK_OFF)));
    return planner.plan(
        new PlanRequest(
            "web-asg",
            Scenes.THOUSAND,
            LeadTime.constant(lead),
            Optional.of(near),
            Optional.of(far),
            calendar));
  }

  private static int floorAt(CapacityPlan plan, Instant at) {
    return plan.inForceAt(at).map(CapacityStep::hosts).orElse(0);
  }

  @Test
  void launchesBeforeKickoffByTheLeadTime() {
    CapacityPlan plan = plan(Duration.ofMinutes(10), CapacityPlannerTest::evening);
    assertThat(floorAt(plan, KICK_OFF.minus(Duration.ofMinutes(10)))).isEqualTo(100);
    assertThat(floorAt(plan, KICK_OFF.minus(Duration.ofMinutes(40)))).isEqualTo(10);
  }

  @Test
  void holdsCapacityAfterItWasLastNeeded() {
    CapacityPlan plan = plan(Duration.ofMinutes(10), CapacityPlannerTest::evening);
    Instant over = KICK_OFF.plus(Duration.ofHours(2));
    assertThat(floorAt(plan, over.plus(Duration.ofMinutes(15)))).isEqualTo(100);
    assertThat(floorAt(plan, over.plus(Duration.ofMinutes(90)))).isEqualTo(10);
  }

  @Test
  void namesTheEventThatTheStepIsFor() {
    CapacityPlan plan = plan(Duration.ofMinutes(10), CapacityPlannerTest::evening);
    assertThat(plan.inForceAt(KICK_OFF).orElseThrow().reason())
        .isEqualTo("p95 100,000 rpm at 2026-06-10T19:00:00Z, Home vs Away");
  }

  @Test
  void takesFewAndLargeSteps() {
    CapacityPlan plan =
        plan(
            Duration.ofMinutes(10),
            at -> 10_000 + 90_000 * Math.max(0, Math.sin(at.getEpochSecond() / 14_400.0)));
    assertThat(plan.steps().size()).isLessThan(80);
  }

  @Test
  void plansNothingWithoutAForecast() {
    CapacityPlan plan =
        planner.plan(
            new PlanRequest(
                "web-asg",
                Scenes.THOUSAND,
                LeadTime.constant(Duration.ZERO),
                Optional.empty(),
                Optional.empty(),
                EventCalendar.empty()));
    assertThat(plan.steps()).isEmpty();
    assertThat(plan.inForceAt(NOON)).isEmpty();
  }

  @Test
  void sameForecastsGiveTheSameDigest() {
    CapacityPlan one = plan(Duration.ofMinutes(10), CapacityPlannerTest::evening);
    CapacityPlan two = plan(Duration.ofMinutes(10), CapacityPlannerTest::evening);
    CapacityPlan other = plan(Duration.ofMinutes(11), CapacityPlannerTest::evening);
    assertThat(one.digest()).isEqualTo(two.digest()).isNotEqualTo(other.digest());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void moreDemandNeverPlansLessAndALongerLeadNeverLaunchesLater(long seed) {
    Random random = new Random(seed);
    double[] level = random.doubles(700, 100, 200_000).toArray();
    ToDoubleFunction<Instant> demand =
        at -> level[(int) ((at.getEpochSecond() - NOON.getEpochSecond()) / 300)];
    CapacityPlan base = plan(Duration.ofMinutes(5), demand);
    CapacityPlan longer = plan(Duration.ofMinutes(20), demand);
    for (int minute = 0; minute < 47 * 60; minute += 7) {
      Instant at = NOON.plus(Duration.ofMinutes(minute));
      double needed = Scenes.THOUSAND.hostsFor(demand.applyAsDouble(at));
      assertThat(floorAt(base, at)).isGreaterThanOrEqualTo((int) needed);
      assertThat(floorAt(longer, at)).isGreaterThanOrEqualTo(floorAt(base, at));
    }
  }
}
