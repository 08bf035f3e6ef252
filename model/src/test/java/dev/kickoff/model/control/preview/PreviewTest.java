package dev.kickoff.model.control.preview;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.GroupLimits;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.guardrail.Guardrails;
import dev.kickoff.model.control.preview.Effect.Risk.Level;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import dev.kickoff.model.override.OverrideBook;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreviewTest {
  private static final CapacityPlanner PLANNER = new CapacityPlanner(Scenes.P95);
  private static final Controller CONTROLLER = new Controller(Guardrails.standard());
  private static final Preview PREVIEW = new Preview(PLANNER, CONTROLLER);
  private static final GroupSettings ACTING =
      Scenes.settings(ControlMode.FORECAST_AND_SCALE).within(GroupLimits.costing(0.5));

  /** So many hosts stand, demand needs 8, and the plan wants 19 for an hour, 38 after it. */
  private static Present present(GroupSettings settings, int standing) {
    Situation situation =
        new Situation(
            NOON,
            settings,
            Optional.of(Scenes.fleet(NOON, standing, standing)),
            Optional.empty(),
            Scenes.steady(NOON, 60, 8_000),
            1,
            EventCalendar.empty());
    return new Present(
        settings,
        situation,
        ControlMemory.EMPTY,
        Optional.of(Scenes.foresight(ForecastKind.NEAR, NOON, 60, at -> 18_000)),
        Optional.of(
            Scenes.foresight(
                ForecastKind.FAR,
                NOON,
                576,
                at -> at.isBefore(NOON.plusSeconds(7_200)) ? 18_000 : 36_000)));
  }

  private static OperatorOverride order(Kind kind, int hosts) {
    return order(kind, hosts, NOON);
  }

  private static OperatorOverride order(Kind kind, int hosts, Instant from) {
    return new OperatorOverride(
        kind + "-" + hosts,
        Optional.empty(),
        kind,
        hosts,
        from,
        from.plus(Duration.ofHours(4)),
        "ada",
        "a test");
  }

  private static Effect of(Present now, OperatorOverride order) {
    return PREVIEW.effect(now, now.under(now.orders().with(order)));
  }

  @Test
  void saysWhereAFloorEndsUpOnceTheRampIsThrough() {
    Present now = present(ACTING, 19);
    Effect effect = of(now, order(Kind.FLOOR, 200));
    assertThat(effect.sizes().floorNow()).isEqualTo(19);
    assertThat(effect.sizes().floorThen()).isEqualTo(200);
    assertThat(effect.trail().get(effect.trail().size() - 1).allowed()).isLessThan(200);
    assertThat(effect.reason()).startsWith("the floor goes from 19 to 200 within ");
    assertThat(effect.cost()).contains(new Effect.Cost(9.5, 100));
    assertThat(effect.large()).isTrue();
  }

  @Test
  void saysWhereALoweringEndsUpThatTakesAnHour() {
    Effect effect = of(present(ACTING, 100), order(Kind.PIN, 10));
    assertThat(effect.sizes().floorThen()).isEqualTo(10);
    assertThat(effect.reason()).contains(" min");
  }

  @Test
  void changesNothingUnderNoChange() {
    Present now = present(ACTING, 19);
    Effect effect = PREVIEW.effect(now, now);
    assertThat(effect.sizes().floorThen()).isEqualTo(effect.sizes().wantedThen());
    assertThat(effect.outlook().now()).isEqualTo(effect.outlook().then());
  }

  @Test
  void decidesWhatTheControllerWouldDecideAtTheSameTick() {
    Present now = present(ACTING, 12);
    OperatorOverride pin = order(Kind.PIN, 40);
    Situation situation = now.planned(PLANNER).within(Surroundings.CALM.with(pin));
    Decision decision = CONTROLLER.decide(situation, ControlMemory.EMPTY);
    assertThat(of(now, pin).trail()).isEqualTo(decision.trail());
  }

  @Test
  void warnsOfACeilingBelowWhatIsPlanned() {
    Effect effect = of(present(ACTING, 19), order(Kind.CEILING, 19));
    assertThat(effect.risk().level()).isEqualTo(Level.DANGER);
    assertThat(effect.risk().sentence()).contains("the plan wants 36 hosts and 19 are allowed");
    assertThat(effect.outlook().then())
        .allMatch(step -> step.at().isAfter(NOON.plusSeconds(14_399)) || step.hosts() <= 19);
  }

  @Test
  void warnsOfAFloorBelowWhatIsMeasured() {
    Effect effect = of(present(ACTING, 19), order(Kind.PIN, 3));
    assertThat(effect.risk().level()).isEqualTo(Level.DANGER);
    assertThat(effect.risk().sentence()).contains("needs 8 hosts, the floor is 3");
  }

  @Test
  void looksAtAnOrderThatBeginsLaterAsIfItBeganNow() {
    Effect effect = of(present(ACTING, 19), order(Kind.FLOOR, 60, NOON.plusSeconds(3_600)));
    assertThat(effect.sizes().floorThen()).isEqualTo(60);
    assertThat(effect.outlook().then().get(0).hosts()).isLessThan(60);
  }

  @Test
  void leavesTheFloorOfAGroupThatIsOrderedToForecastOnly() {
    Effect effect = of(present(ACTING, 12), order(Kind.FORECAST_ONLY, 0));
    assertThat(effect.sizes().floorThen()).isEqualTo(12);
    assertThat(effect.reason()).startsWith("the floor stays 12, whatever is decided");
    assertThat(effect.risk().level()).isNotEqualTo(Level.NONE);
  }

  @Test
  void saysWhatGoesOnWhenAGroupActsAgain() {
    Present frozen = present(ACTING, 12).under(OverrideBook.empty().with(order(Kind.FREEZE, 0)));
    Effect effect = PREVIEW.effect(frozen, frozen.under(OverrideBook.empty()));
    assertThat(effect.sizes().floorNow()).isEqualTo(12);
    assertThat(effect.sizes().floorThen()).isEqualTo(18);
    assertThat(effect.large()).isFalse();
  }

  @Test
  void saysWhatAGroupWouldDecideThatIsConfiguredToForecastOnly() {
    GroupSettings watching = ACTING.withMode(ControlMode.FORECAST_ONLY);
    Effect effect = of(present(watching, 12), order(Kind.FLOOR, 30));
    assertThat(effect.sizes().floorThen()).isEqualTo(30);
    assertThat(effect.reason()).contains("in what is recorded, as the group forecasts only");
  }

  @Test
  void hasNoPriceWhereNoHostHasOne() {
    GroupSettings free = Scenes.settings(ControlMode.FORECAST_AND_SCALE);
    assertThat(of(present(free, 19), order(Kind.PIN, 30)).cost()).isEmpty();
  }
}
