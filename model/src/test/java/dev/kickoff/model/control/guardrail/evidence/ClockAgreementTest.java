package dev.kickoff.model.control.guardrail.evidence;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.fleet.GroupCondition;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ClockAgreementTest {
  private final ClockAgreement guardrail = new ClockAgreement();

  private static Tick owners(Instant time) {
    return Tick.of(100, 10)
        .condition(new GroupCondition(Optional.of(time), new TreeSet<>(), false, 0, Map.of()));
  }

  @Test
  void lowersWhileTheClocksDifferByFiveSecondsAtMost() {
    Verdict agreed = new Verdict("clock", 10, 10, "our clock agrees with the fleet owner's");
    assertThat(owners(NOON.plusSeconds(5)).ask(guardrail, 10)).isEqualTo(agreed);
    assertThat(owners(NOON.minusSeconds(5)).ask(guardrail, 10)).isEqualTo(agreed);
  }

  @Test
  void holdsAndCallsAPersonBeyondThatOnEitherSide() {
    String reason = "our clock and the fleet owner's differ by 6 s, so nothing is lowered";
    Verdict held = new Verdict("clock", 10, 100, reason).alarming();
    assertThat(owners(NOON.plusSeconds(6)).ask(guardrail, 10)).isEqualTo(held);
    assertThat(owners(NOON.minusSeconds(6)).ask(guardrail, 10)).isEqualTo(held);
    assertThat(owners(NOON.plusSeconds(6)).ask(guardrail, 110).allowed()).isEqualTo(110);
  }

  @Test
  void comparesNothingWhereNoTimeWasTold() {
    Verdict silent = new Verdict("clock", 10, 10, "the fleet's owner told no time");
    assertThat(Tick.of(100, 10).ask(guardrail, 10)).isEqualTo(silent);
    assertThat(Tick.of(100, 10).condition(GroupCondition.PLAIN).ask(guardrail, 10))
        .isEqualTo(silent);
    assertThat(Tick.of(100, 10).noFleet().ask(guardrail, 10)).isEqualTo(silent);
  }
}
