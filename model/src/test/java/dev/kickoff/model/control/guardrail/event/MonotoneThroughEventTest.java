package dev.kickoff.model.control.guardrail.event;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.Tick;
import dev.kickoff.model.control.Verdict;
import org.junit.jupiter.api.Test;

class MonotoneThroughEventTest {
  private final MonotoneThroughEvent guardrail = new MonotoneThroughEvent();

  private static Tick kickOffIn(int seconds) {
    return Tick.of(100, 10).calendar(Scenes.match("m", NOON.plusSeconds(seconds)));
  }

  @Test
  void neverLowersFromPreWarmOn() {
    String reason = "Home vs Away is on or about to begin, so nothing is lowered";
    assertThat(kickOffIn(1_800).ask(guardrail, 10))
        .isEqualTo(new Verdict("event-monotone", 10, 100, reason));
    assertThat(kickOffIn(1_800).ask(guardrail, 110).allowed()).isEqualTo(110);
    assertThat(kickOffIn(1_801).ask(guardrail, 10))
        .isEqualTo(new Verdict("event-monotone", 10, 10, "no event is on"));
  }
}
