package dev.kickoff.model.control.guardrail.pace;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.ControlMemory.RememberedFloor;
import dev.kickoff.model.control.Memories;
import dev.kickoff.model.control.Verdict;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlapGuardTest {
  private final FlapGuard guardrail = new FlapGuard();

  private static Tick after(RememberedFloor... floors) {
    return Tick.of(100, 90).remembering(Memories.of(floors));
  }

  /** So many steps down, the first of them so many seconds ago. */
  private static Tick lowered(int times, int firstAgo) {
    Instant first = NOON.minusSeconds(firstAgo);
    return after(
        IntStream.range(0, times)
            .mapToObj(i -> Memories.floor(first.plusSeconds(60L * i), 200 - i, 90, 199 - i))
            .toArray(RememberedFloor[]::new));
  }

  @Test
  void dwellsTenMinutesAfterARaise() {
    RememberedFloor raise = Memories.floor(NOON.minusSeconds(599), 90, 100, 100);
    assertThat(after(raise).ask(guardrail, 99))
        .isEqualTo(
            new Verdict(
                "flap", 99, 100, "the floor rose at 2026-06-10T11:50:01Z, so nothing is lowered"));
    RememberedFloor earlier = Memories.floor(NOON.minusSeconds(600), 90, 100, 100);
    assertThat(after(earlier).ask(guardrail, 99))
        .isEqualTo(new Verdict("flap", 99, 99, "the floor fell 0 times in an hour"));
  }

  @Test
  void fallsTwelveTimesAnHourAtMost() {
    assertThat(lowered(11, 3_600).ask(guardrail, 99))
        .isEqualTo(new Verdict("flap", 99, 99, "the floor fell 11 times in an hour"));
    assertThat(lowered(12, 3_600).ask(guardrail, 99))
        .isEqualTo(
            new Verdict(
                "flap", 99, 100, "the floor fell 12 times in an hour, so nothing is lowered"));
    assertThat(lowered(12, 3_601).ask(guardrail, 99).allowed()).isEqualTo(99);
  }

  @Test
  void neverDelaysARaise() {
    RememberedFloor raise = Memories.floor(NOON.minusSeconds(15), 90, 100, 100);
    Verdict passed = after(raise).ask(guardrail, 101);
    assertThat(passed).isEqualTo(new Verdict("flap", 101, 101, "nothing is lowered"));
    assertThat(after(raise).ask(guardrail, 100).reason()).isEqualTo("nothing is lowered");
  }
}
