package dev.kickoff.model.control.guardrail.fleet;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewestPlanTest {
  private static final Verdict NEWEST =
      new Verdict("newest-plan", 10, 10, "no newer plan was followed");
  private final NewestPlan guardrail = new NewestPlan();

  private static Tick following(Instant newest) {
    return Tick.of(100, 10)
        .remembering(new ControlMemory(1, List.of(), List.of(), List.of(), Optional.of(newest)));
  }

  @Test
  void holdsWhenANewerPlanWasFollowed() {
    assertThat(following(NOON).ask(guardrail, 10)).isEqualTo(NEWEST);
    String reason =
        "a plan of 2026-06-10T12:00:01Z was followed, this one is older, so nothing is lowered";
    assertThat(following(NOON.plusSeconds(1)).ask(guardrail, 10))
        .isEqualTo(new Verdict("newest-plan", 10, 100, reason));
    assertThat(following(NOON.plusSeconds(1)).ask(guardrail, 110).allowed()).isEqualTo(110);
  }

  @Test
  void holdsWhenThereWasAPlanAndIsNone() {
    assertThat(following(NOON).noPlan().ask(guardrail, 10).allowed()).isEqualTo(100);
    assertThat(Tick.of(100, 10).noPlan().ask(guardrail, 10)).isEqualTo(NEWEST);
  }
}
