package dev.kickoff.model.control;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.control.FloorChange.Action;
import dev.kickoff.model.control.guardrail.Guardrails;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControllerTest {
  private final Controller controller = new Controller(Guardrails.standard());

  private Decision decide(Situation situation) {
    return controller.decide(situation, ControlMemory.EMPTY);
  }

  @Test
  void raisesToWhatThePlanWantsWithItsReason() {
    Decision decision = decide(Scenes.tick(NOON, 10, 40, 5_000));
    assertThat(decision.change()).isEqualTo(new FloorChange(10, 40, 40));
    assertThat(decision.reason()).isEqualTo("raise 10 to 40: plan wants 40 (p95 at noon)");
    assertThat(decision.changesFleet()).isTrue();
  }

  @Test
  void decidesAlsoWhenNothingChanges() {
    Decision decision = decide(Scenes.tick(NOON, 40, 40, 5_000));
    assertThat(decision.change().action()).isEqualTo(Action.HOLD);
    assertThat(decision.trail())
        .extracting(Verdict::guardrail)
        .containsExactly(
            "reactive-floor",
            "zone-spread",
            "model-health",
            "missing-data",
            "late-stream",
            "healthy-signals",
            "clock",
            "poisoned-readings",
            "newest-plan",
            "standby-first",
            "stale-sight",
            "event-monotone",
            "event-tail",
            "foreign-hand",
            "launches-follow",
            "cold-start",
            "unit-jump",
            "plausible-want",
            "spend",
            "large-moves",
            "operator",
            "group-bounds",
            "override-expiry",
            "lower-step",
            "raise-ramp",
            "flap",
            "api-budget",
            "freeze");
    assertThat(decision.reason()).startsWith("hold 40: plan wants 40");
  }

  @Test
  void doesNotTouchTheFleetInForecastOnly() {
    Situation s = Scenes.tick(NOON, 10, 40, 5_000);
    Situation only =
        new Situation(
            NOON,
            Scenes.settings(ControlMode.FORECAST_ONLY),
            s.fleet(),
            s.plan(),
            s.recent(),
            1,
            s.calendar());
    assertThat(decide(only).change().to()).isEqualTo(40);
    assertThat(decide(only).changesFleet()).isFalse();
  }

  @Test
  void holdsCapacityWhenTheForecastIsStale() {
    Instant now = NOON.plus(Duration.ofMinutes(10));
    Situation fresh = Scenes.tick(now, 100, 10, 5_000);
    Situation stale =
        new Situation(
            now,
            fresh.settings(),
            fresh.fleet(),
            Optional.of(Scenes.plan(NOON, 10)),
            fresh.recent(),
            1,
            fresh.calendar());
    Decision decision = decide(stale);
    assertThat(decision.change().to()).isEqualTo(100);
    assertThat(decision.reason())
        .contains("missing-data: the near forecast is 600 s old, so nothing is lowered");
  }

  @Test
  void holdsCapacityWhenDemandIsLateOrGone() {
    Situation s = Scenes.tick(NOON, 100, 10, 5_000);
    DemandSeries late = Scenes.steady(NOON.minus(Duration.ofMinutes(3)), 30, 5_000);
    DemandSeries none = DemandSeries.empty(NOON, Duration.ofMinutes(1));
    assertThat(decide(with(s, late)).change().to()).isEqualTo(100);
    assertThat(decide(with(s, late)).reason()).contains("the next demand reading is 100 s late");
    assertThat(decide(with(s, none)).change().to()).isEqualTo(100);
  }

  @Test
  void holdsCapacityWhenDemandReadsZero() {
    DemandSeries.Builder zeros =
        DemandSeries.builder(NOON.minus(Duration.ofMinutes(10)), Duration.ofMinutes(1));
    for (int i = 0; i < 10; i++) {
      zeros.set(NOON.minus(Duration.ofMinutes(10 - i)), i < 7 ? 50_000 : 0);
    }
    Decision decision = decide(with(Scenes.tick(NOON, 100, 10, 0), zeros.build()));
    assertThat(decision.change().to()).isEqualTo(100);
    assertThat(decision.reason()).contains("demand reads zero, which is no evidence");
  }

  @Test
  void holdsCapacityWhenThePlanKnowsAnOlderCalendar() {
    Situation s = Scenes.tick(NOON, 100, 10, 5_000);
    EventCalendar newer =
        EventCalendar.published(List.of(Scenes.match("far", NOON.plus(Duration.ofHours(30)))));
    Situation behind = new Situation(NOON, s.settings(), s.fleet(), s.plan(), s.recent(), 1, newer);
    assertThat(decide(behind).change().to()).isEqualTo(100);
    assertThat(decide(behind).reason()).contains("the plan knows calendar revision 0 of 1");
  }

  @Test
  void holdsCapacityWhenSourcesAreMissing() {
    Situation s = Scenes.tick(NOON, 100, 10, 5_000);
    Situation half =
        new Situation(NOON, s.settings(), s.fleet(), s.plan(), s.recent(), 0.5, s.calendar());
    assertThat(decide(half).change().to()).isEqualTo(100);
    assertThat(decide(half).reason()).contains("only 50 % of the sources reported the last minute");
  }

  @Test
  void raisesEvenWhenInputsAreStale() {
    Situation s = Scenes.tick(NOON, 10, 40, 5_000);
    DemandSeries late = Scenes.steady(NOON.minus(Duration.ofMinutes(30)), 30, 5_000);
    assertThat(decide(with(s, late)).change().to()).isEqualTo(40);
  }

  @Test
  void neverLowersBetweenPreWarmAndTheEndOfTheTail() {
    Instant kickOff = NOON.plus(Duration.ofMinutes(29));
    EventCalendar calendar = EventCalendar.of(List.of(Scenes.match("m", kickOff)));
    Instant tailEnd = kickOff.plus(Duration.ofMinutes(145));
    for (Instant at = NOON; at.isBefore(tailEnd); at = at.plusSeconds(600)) {
      assertThat(decide(on(Scenes.tick(at, 100, 10, 5_000), calendar)).change().to())
          .isEqualTo(100);
    }
    assertThat(decide(on(Scenes.tick(tailEnd, 100, 10, 5_000), calendar)).change().to())
        .isEqualTo(90);
  }

  @Test
  void keepsTheTailOpenThroughOvertime() {
    Instant kickOff = NOON.minus(Duration.ofMinutes(150));
    EventCalendar calendar = EventCalendar.of(List.of(Scenes.match("m", kickOff)));
    Decision busy = decide(on(Scenes.tick(NOON, 100, 10, 80_000), calendar));
    assertThat(busy.change().to()).isEqualTo(100);
    assertThat(busy.reason())
        .contains("Home vs Away should be over, but 80 of 100 hosts were needed within 10 min");
  }

  @Test
  void lowersByAtMostATenthOfTheWindowsPeakHoweverManyTicks() {
    ControlMemory memory = ControlMemory.EMPTY;
    int floor = 100;
    for (int tick = 0; tick < 20; tick++) {
      Instant at = NOON.plusSeconds(15L * tick);
      Decision decision = controller.decide(Scenes.tick(at, floor, 5, 1_000), memory);
      memory = memory.after(decision);
      floor = decision.change().to();
    }
    assertThat(floor).isEqualTo(90);
  }

  @Test
  void rampsALargeRaiseAndEndsAtExactlyTheWant() {
    ControlMemory memory = ControlMemory.EMPTY;
    int floor = 10;
    for (int tick = 0; tick < 20; tick++) {
      Instant at = NOON.plusSeconds(15L * tick);
      Decision decision = controller.decide(Scenes.tick(at, floor, 301, 1_000), memory);
      memory = memory.after(decision);
      assertThat(decision.change().to() - floor).isLessThanOrEqualTo(80);
      floor = decision.change().to();
    }
    assertThat(floor).isEqualTo(301);
  }

  @Test
  void measuredDemandRaisesTheFloorWhateverTheForecastSays() {
    Decision decision = decide(Scenes.tick(NOON, 10, 10, 45_000));
    assertThat(decision.change().to()).isEqualTo(45);
    assertThat(decision.reason())
        .contains("reactive-floor: measured demand of 45,000 rpm needs 45");
  }

  @Test
  void leavesMeasuredDemandToAReactivePolicyThatHasAskedForEnough() {
    Situation late = Scenes.tick(NOON, 10, 10, 45_000);
    FleetState asked =
        new FleetState("web-asg", NOON, new GroupSize(10, 400, 50), 10, 40, Map.of("a", 10));
    Situation answered = answeredBy(late, asked, late.settings());
    Situation alone = answeredBy(late, asked, late.settings().withRelease(ReleaseMode.DESIRED));

    assertThat(decide(answered).change().to()).isEqualTo(10);
    assertThat(decide(alone).trail().get(0).allowed()).isEqualTo(50);
  }

  private static Situation answeredBy(Situation seen, FleetState fleet, GroupSettings settings) {
    return new Situation(
        seen.now(),
        settings,
        Optional.of(fleet),
        seen.plan(),
        seen.recent(),
        seen.completeness(),
        seen.calendar());
  }

  @Test
  void saysWhatItCouldNotPlace() {
    Decision decision = decide(Scenes.tick(NOON, 390, 450, 5_000));
    assertThat(decision.change().to()).isEqualTo(400);
    assertThat(decision.reason()).contains("group-bounds: wanted 450, capped at 400");
  }

  private static Situation with(Situation s, DemandSeries recent) {
    return new Situation(s.now(), s.settings(), s.fleet(), s.plan(), recent, 1, s.calendar());
  }

  private static Situation on(Situation s, EventCalendar calendar) {
    return new Situation(s.now(), s.settings(), s.fleet(), s.plan(), s.recent(), 1, calendar);
  }
}
