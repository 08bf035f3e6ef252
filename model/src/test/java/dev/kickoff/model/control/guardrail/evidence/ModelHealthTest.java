package dev.kickoff.model.control.guardrail.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.surroundings.ForecastTrust;
import org.junit.jupiter.api.Test;

class ModelHealthTest {
  private final ModelHealth guardrail = new ModelHealth();

  private static Tick judged(int standing, boolean degraded) {
    return Tick.of(standing, 10)
        .demand(7_000)
        .around(s -> s.with(new ForecastTrust(degraded, "70 % of minutes were covered")));
  }

  @Test
  void neverLowersOnDegradedForecastsAndCallsAPerson() {
    String reason = "forecasts are degraded: 70 % of minutes were covered, so nothing is lowered";
    assertThat(judged(100, true).ask(guardrail, 99))
        .isEqualTo(new Verdict("model-health", 99, 100, reason).alarming());
    assertThat(judged(100, true).ask(guardrail, 101).allowed()).isEqualTo(101);
  }

  @Test
  void givesMeasuredDemandMoreRoomWhileForecastsAreDegraded() {
    assertThat(judged(2, true).ask(guardrail, 3).allowed()).isEqualTo(10);
    assertThat(judged(2, true).noDemand().ask(guardrail, 3).allowed()).isEqualTo(3);
  }

  @Test
  void lowersOnForecastsThatHold() {
    assertThat(judged(100, false).ask(guardrail, 9))
        .isEqualTo(new Verdict("model-health", 9, 9, "70 % of minutes were covered"));
    assertThat(Tick.of(100, 9).ask(guardrail, 9))
        .isEqualTo(new Verdict("model-health", 9, 9, "the forecasts are not judged yet"));
  }
}
