package dev.kickoff.model.control.guardrail.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.ControlMemory.RememberedFloor;
import dev.kickoff.model.control.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaleSightTest {
  private final StaleSight guardrail = new StaleSight();

  /** A group seen at 40, for which 60 were decided so many seconds ago. */
  private Verdict asked(int proposed, int secondsAgo) {
    Instant at = Scenes.NOON.minusSeconds(secondsAgo);
    RememberedFloor decided = new RememberedFloor(at, at, 40, 60, 60, true, Optional.empty());
    ControlMemory memory =
        new ControlMemory(1, List.of(decided), List.of(), List.of(), Optional.empty());
    return guardrail.check(proposed, Scenes.tick(Scenes.NOON, 40, proposed, 5_000), memory);
  }

  @Test
  void aRaiseAsksAtLeastForWhatWasDecidedWithinTheLastMinute() {
    assertThat(asked(50, 60))
        .isEqualTo(new Verdict("stale-sight", 50, 60, "60 were decided within the last minute"));
    assertThat(asked(50, 61))
        .isEqualTo(
            new Verdict("stale-sight", 50, 50, "no more was decided within the last minute"));
    assertThat(asked(70, 15).allowed()).isEqualTo(70);
  }

  @Test
  void raisesNothingThatIsNotRaisedAnyway() {
    assertThat(asked(40, 15).allowed()).isEqualTo(40);
    assertThat(asked(30, 15).allowed()).isEqualTo(30);
  }
}
