package dev.kickoff.model.control.guardrail.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.Tick;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.surroundings.ForecastTrust;
import dev.kickoff.model.demand.KnownPast;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ModelHealthTest {
  private final ModelHealth guardrail = new ModelHealth();

  private static Tick judged(int standing, boolean degraded) {
    return Tick.of(standing, 10)
        .demand(7_000)
        .around(s -> s.with(new ForecastTrust(degraded, "70 % of minutes were covered")));
  }

  private static Tick alone(Tick tick) {
    return tick.release(ReleaseMode.DESIRED);
  }

  @Test
  void givesMeasuredDemandMoreRoomWhileForecastsAreDegradedAndCallsAPerson() {
    String reason =
        "forecasts are degraded (70 % of minutes were covered): measured demand with room needs 9,"
            + " this hour of the last weeks 0";
    assertThat(alone(judged(2, true)).ask(guardrail, 3))
        .isEqualTo(new Verdict("model-health", 3, 9, reason).alarming());
    assertThat(alone(judged(2, true)).noDemand().ask(guardrail, 3).allowed()).isEqualTo(3);
    assertThat(alone(judged(2, true)).ask(guardrail, 11).allowed()).isEqualTo(11);
  }

  @Test
  void leavesMeasuredDemandToTheGroupsOwnPolicyButCallsAPerson() {
    String reason =
        "forecasts are degraded (70 % of minutes were covered): this hour of the last weeks 0";
    assertThat(judged(2, true).ask(guardrail, 3))
        .isEqualTo(new Verdict("model-health", 3, 3, reason).alarming());
  }

  @Test
  void holdsWhatThisHourNeededInTheLastWeeksWhileForecastsAreDegraded() {
    assertThat(alone(known(judged(2, true))).ask(guardrail, 3).allowed()).isEqualTo(30);
    assertThat(alone(known(judged(2, false))).ask(guardrail, 3).allowed()).isEqualTo(3);
  }

  @Test
  void besideAPolicyHoldsWhatMostWeeksNeededInThisHour() {
    assertThat(known(judged(2, true)).ask(guardrail, 3).allowed()).isEqualTo(20);
    assertThat(known(judged(2, false)).ask(guardrail, 3).allowed()).isEqualTo(3);
  }

  private static Tick known(Tick tick) {
    KnownPast past =
        new KnownPast(Scenes.NOON, 90_000, OptionalDouble.of(30_000), OptionalDouble.of(20_000));
    return tick.around(s -> s.with(past));
  }

  @Test
  void aFallbackNeverLowersWhatThePlanWants() {
    assertThat(judged(100, true).ask(guardrail, 99).allowed()).isEqualTo(99);
  }

  @Test
  void lowersOnForecastsThatHold() {
    assertThat(judged(100, false).ask(guardrail, 9))
        .isEqualTo(new Verdict("model-health", 9, 9, "70 % of minutes were covered"));
    assertThat(Tick.of(100, 9).ask(guardrail, 9))
        .isEqualTo(new Verdict("model-health", 9, 9, "the forecasts are not judged yet"));
  }
}
