package dev.kickoff.model.control.guardrail.evidence;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.Tick;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.PlanBasis;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.KnownPast;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MissingDataNeverLowersTest {
  private final MissingDataNeverLowers guardrail = new MissingDataNeverLowers();

  private Verdict held(Tick tick) {
    assertThat(tick.ask(guardrail, 120).allowed()).as("raises").isEqualTo(120);
    return tick.ask(guardrail, 10);
  }

  private static Verdict because(String why) {
    return new Verdict("missing-data", 10, 100, why + ", so nothing is lowered").alarming();
  }

  private void lowers(Tick tick) {
    assertThat(tick.ask(guardrail, 10))
        .isEqualTo(new Verdict("missing-data", 10, 10, "inputs are fresh and whole"));
  }

  @Test
  void lowersOnFreshAndWholeInputs() {
    lowers(Tick.of(100, 10));
  }

  @Test
  void holdsAGroupThatCouldNotBeRead() {
    Verdict verdict = Tick.of(100, 10).noFleet().ask(guardrail, 1);
    assertThat(verdict)
        .isEqualTo(
            new Verdict("missing-data", 1, 2, "the group could not be read, so nothing is lowered")
                .alarming());
  }

  @Test
  void holdsWithoutAPlanOrItsNearForecast() {
    assertThat(held(Tick.of(100, 10).noPlan())).isEqualTo(because("there is no plan"));
    PlanBasis far = new PlanBasis(Optional.empty(), Optional.of(NOON), Optional.of(NOON), 0);
    CapacityPlan plan = new CapacityPlan("web-asg", far, List.of(), "d");
    assertThat(held(Tick.of(100, 10).plan(Optional.of(plan))))
        .isEqualTo(because("there is no near forecast"));
  }

  @Test
  void holdsWhenTheNearForecastIsOlderThanFourMinutes() {
    Duration age = Duration.ofMinutes(4);
    lowers(Tick.of(100, 10).plan(Optional.of(Scenes.plan(NOON.minus(age), 10))));
    assertThat(
            held(
                Tick.of(100, 10)
                    .plan(Optional.of(Scenes.plan(NOON.minus(age).minusSeconds(1), 10)))))
        .isEqualTo(because("the near forecast is 241 s old"));
  }

  @Test
  void holdsWhenTheNextMinuteIsFortyFiveSecondsLate() {
    Duration due = Duration.ofSeconds(60 + 20 + 45);
    lowers(Tick.of(100, 10).recent(Scenes.steady(NOON.minus(due), 30, 5_000)));
    assertThat(
            held(
                Tick.of(100, 10).recent(Scenes.steady(NOON.minus(due).minusSeconds(1), 30, 5_000))))
        .isEqualTo(because("the next demand reading is 46 s late"));
  }

  @Test
  void waitsOnlyThreePeriodsWhereTheyAreShort() {
    Duration ten = Duration.ofSeconds(10);
    Duration due = Duration.ofSeconds(10 + 20 + 30);
    lowers(Tick.of(100, 10).recent(one(due, ten)));
    assertThat(held(Tick.of(100, 10).recent(one(due.plusSeconds(1), ten))))
        .isEqualTo(because("the next demand reading is 31 s late"));
  }

  private static DemandSeries one(Duration age, Duration step) {
    return DemandSeries.builder(NOON.minus(age).minus(step), step)
        .set(NOON.minus(age).minus(step), 5_000)
        .build();
  }

  @Test
  void holdsWithoutAnyReadingAndOnAZero() {
    assertThat(held(Tick.of(100, 10).noDemand())).isEqualTo(because("no demand was measured"));
    assertThat(held(Tick.of(100, 10).readings(5_000, 0)))
        .isEqualTo(because("demand reads zero, which is no evidence"));
    lowers(Tick.of(100, 10).readings(0, 5_000));
  }

  @Test
  void zeroIsEvidenceWhereMostOfTheLastWeeksFellToItInThisHour() {
    lowers(Tick.of(100, 10).readings(5_000, 0).around(s -> s.with(low(0))));
    assertThat(held(Tick.of(100, 10).readings(5_000, 0).around(s -> s.with(low(1)))))
        .isEqualTo(because("demand reads zero, which is no evidence"));
    KnownPast young = new KnownPast(NOON, 9_000);
    assertThat(held(Tick.of(100, 10).readings(5_000, 0).around(s -> s.with(young))).allowed())
        .isEqualTo(100);
  }

  private static KnownPast low(double rpm) {
    OptionalDouble some = OptionalDouble.of(5_000);
    return new KnownPast(NOON, 9_000, some, some, OptionalDouble.of(rpm));
  }

  @Test
  void holdsWhenUnderNineteenOfTwentySourcesReported() {
    lowers(Tick.of(100, 10).completeness(0.95));
    assertThat(held(Tick.of(100, 10).completeness(0.94)))
        .isEqualTo(because("only 94 % of the sources reported the last minute"));
    assertThat(held(Tick.of(100, 10).completeness(Double.NaN)).allowed()).isEqualTo(100);
  }

  @Test
  void holdsWithoutCallingAnybodyUntilThePlanKnowsTheNewestCalendar() {
    EventCalendar newer =
        EventCalendar.published(List.of(Scenes.match("far", NOON.plus(Duration.ofHours(30)))));
    String reason = "the plan knows calendar revision 0 of 1, so nothing is lowered";
    assertThat(held(Tick.of(100, 10).calendar(newer)))
        .isEqualTo(new Verdict("missing-data", 10, 100, reason));
    assertThat(held(Tick.of(100, 10).calendar(newer).noDemand()))
        .isEqualTo(because("no demand was measured"));
    PlanBasis known = new PlanBasis(Optional.of(NOON), Optional.of(NOON), Optional.of(NOON), 1);
    CapacityPlan plan = new CapacityPlan("web-asg", known, List.of(), "d");
    lowers(Tick.of(100, 10).calendar(newer).plan(Optional.of(plan)));
  }
}
