package dev.kickoff.model.control.guardrail.pace;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.Memories;
import dev.kickoff.model.control.Verdict;
import org.junit.jupiter.api.Test;

class ApiBudgetTest {
  private static final Verdict FREE = new Verdict("api-budget", 90, 90, "no change within 15 s");
  private final ApiBudget guardrail = new ApiBudget();

  private static Tick movedAgo(int seconds) {
    return Tick.of(50, 90)
        .remembering(Memories.of(Memories.floor(NOON.minusSeconds(seconds), 40, 90, 50)));
  }

  @Test
  void changesAGroupOnceInFifteenSeconds() {
    String reason = "changed at 2026-06-10T11:59:46Z, the next change waits";
    assertThat(movedAgo(14).ask(guardrail, 90))
        .isEqualTo(new Verdict("api-budget", 90, 50, reason));
    assertThat(movedAgo(14).ask(guardrail, 10).allowed()).isEqualTo(50);
    assertThat(movedAgo(15).ask(guardrail, 90)).isEqualTo(FREE);
  }

  @Test
  void countsOnlyDecisionsThatMovedTheFloor() {
    assertThat(
            Tick.of(50, 90)
                .remembering(Memories.of(Memories.floor(NOON.minusSeconds(5), 50, 90, 50)))
                .ask(guardrail, 90))
        .isEqualTo(FREE);
  }
}
