package dev.kickoff.model.control.guardrail.bound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FreezeTest {
  private final Freeze guardrail = new Freeze();

  @ParameterizedTest
  @EnumSource(names = {"FREEZE", "FREEZE_EVERYTHING"})
  void changesNothingWhileFrozen(Kind kind) {
    Tick frozen = Tick.of(50, 10).order(kind, 0);
    String reason = "frozen by ada until 2026-06-10T13:00:00Z: a test";
    assertThat(frozen.ask(guardrail, 10)).isEqualTo(new Verdict("freeze", 10, 50, reason));
    assertThat(frozen.ask(guardrail, 90)).isEqualTo(new Verdict("freeze", 90, 50, reason));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"FREEZE", "FREEZE_EVERYTHING"},
      mode = EnumSource.Mode.EXCLUDE)
  void isNotMeantByOtherOrders(Kind kind) {
    Tick ordered = Tick.of(50, 10).order(kind, kind.countsHosts() ? 5 : 0);
    assertThat(ordered.ask(guardrail, 10)).isEqualTo(new Verdict("freeze", 10, 10, "not frozen"));
    assertThat(Freeze.inForce(ordered.situation())).isEmpty();
  }

  @Test
  void namesTheStrongestFreeze() {
    Tick both = Tick.of(50, 10).order(Kind.FREEZE, 0).order(Kind.FREEZE_EVERYTHING, 0);
    assertThat(Freeze.inForce(both.situation()))
        .map(OperatorOverride::kind)
        .hasValue(Kind.FREEZE_EVERYTHING);
  }
}
