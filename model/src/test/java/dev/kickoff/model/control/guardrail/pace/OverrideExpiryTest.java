package dev.kickoff.model.control.guardrail.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.override.OperatorOverride.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OverrideExpiryTest {
  private static final Verdict SILENT =
      new Verdict("override-expiry", 50, 50, "no order ends soon");
  private final OverrideExpiry guardrail = new OverrideExpiry();

  @Test
  void saysAQuarterOfAnHourBeforeWhatFollowsAnOrder() {
    Tick quarter = Tick.of(100, 70).order(Kind.FLOOR, 100, Duration.ofMinutes(15));
    String reason = "FLOOR by ada ends at 2026-06-10T12:15:00Z, the plan then wants 70";
    assertThat(quarter.ask(guardrail, 50))
        .isEqualTo(new Verdict("override-expiry", 50, 50, reason).alarming());
    assertThat(Tick.of(100, 70).order(Kind.FLOOR, 100, Duration.ofSeconds(901)).ask(guardrail, 50))
        .isEqualTo(SILENT);
    assertThat(Tick.of(100, 70).ask(guardrail, 50)).isEqualTo(SILENT);
  }

  @Test
  void saysWhenNoPlanReachesThatFar() {
    Tick tick = Tick.of(100, 70).noPlan().order(Kind.PIN, 100, Duration.ofMinutes(5));
    assertThat(tick.ask(guardrail, 50).alarm())
        .hasValue("PIN by ada ends at 2026-06-10T12:05:00Z, no plan reaches that far");
  }
}
