package dev.kickoff.model.control.guardrail.fleet;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.ControlMemory.RememberedFloor;
import dev.kickoff.model.control.ControlMemory.Seen;
import dev.kickoff.model.control.Memories;
import dev.kickoff.model.control.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaunchesFollowTest {
  private final LaunchesFollow guardrail = new LaunchesFollow();

  private static Tick shortFor(Duration time) {
    Instant at = NOON.minus(time);
    RememberedFloor floor =
        new RememberedFloor(at, NOON, 50, 50, 50, true, Optional.of(new Seen(50, 400, 49)));
    return Tick.of(50, 50).lead(Duration.ofMinutes(10)).remembering(Memories.of(floor));
  }

  @Test
  void callsAPersonWhenHostsDoNotComeWithinALaunchAndTwoMinutes() {
    Verdict follow = new Verdict("launches-follow", 9, 9, "launches follow the floor");
    assertThat(shortFor(Duration.ofMinutes(12)).ask(guardrail, 9)).isEqualTo(follow);
    String reason =
        "fewer hosts serve than the floor asks for, for longer than 12 min:"
            + " launches are refused or slow";
    assertThat(shortFor(Duration.ofMinutes(12).plusSeconds(1)).ask(guardrail, 9))
        .isEqualTo(new Verdict("launches-follow", 9, 9, reason).alarming());
    assertThat(Tick.of(50, 50).ask(guardrail, 9)).isEqualTo(follow);
  }
}
