package dev.kickoff.model.control.guardrail.event;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.Tick;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.demand.KnownPast;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ColdStartTest {
  private final ColdStart guardrail = new ColdStart();

  private static Tick knowing(Duration past, double highest) {
    return Tick.of(20, 10).around(s -> s.with(new KnownPast(NOON.minus(past), highest)));
  }

  @Test
  void keepsTheFloorUpToWhatTheHighestDemandNeedsInTheFirstDay() {
    Tick cold = knowing(Duration.ofHours(24).minusSeconds(1), 70_000);
    String reason = "only 23 h are known, so the floor stays within 20..100";
    assertThat(cold.ask(guardrail, 19)).isEqualTo(new Verdict("cold-start", 19, 20, reason));
    assertThat(cold.ask(guardrail, 20)).isEqualTo(new Verdict("cold-start", 20, 20, reason));
    assertThat(cold.ask(guardrail, 100).allowed()).isEqualTo(100);
    assertThat(cold.ask(guardrail, 101)).isEqualTo(new Verdict("cold-start", 101, 100, reason));
  }

  @Test
  void neverCutsWhatStands() {
    assertThat(knowing(Duration.ofHours(1), 1_000).ask(guardrail, 50))
        .isEqualTo(
            new Verdict(
                "cold-start", 50, 20, "only 1 h are known, so the floor stays within 20..20"));
  }

  @Test
  void followsTheForecastsAfterADay() {
    assertThat(knowing(Duration.ofHours(24), 70_000).ask(guardrail, 5))
        .isEqualTo(new Verdict("cold-start", 5, 5, "1 days are known"));
    assertThat(Tick.of(20, 10).ask(guardrail, 5))
        .isEqualTo(new Verdict("cold-start", 5, 5, "how much is known was not told"));
  }

  @Test
  void raisesForAnEventOfTheCalendar() {
    Tick event =
        knowing(Duration.ofHours(1), 1_000)
            .calendar(Scenes.match("m", NOON.plus(Duration.ofMinutes(20))));
    assertThat(event.ask(guardrail, 50))
        .isEqualTo(
            new Verdict(
                "cold-start", 50, 50, "only 1 h are known, so the floor stays within 20..50"));
    assertThat(event.ask(guardrail, 5))
        .isEqualTo(
            new Verdict(
                "cold-start", 5, 20, "only 1 h are known, so the floor stays within 20..20"));
  }
}
