package dev.kickoff.model.control.guardrail.pace;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.Memories;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.surroundings.Standby;
import dev.kickoff.model.fleet.ScheduledSize;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RaiseRampTest {
  private final RaiseRamp guardrail = new RaiseRamp();

  @Test
  void raisesByAFifthOfTheMaximumAMinute() {
    Tick tick = Tick.of(20, 300).bounds(2, 404);
    assertThat(tick.ask(guardrail, 100))
        .isEqualTo(new Verdict("raise-ramp", 100, 100, "within 80 hosts a minute"));
    assertThat(tick.ask(guardrail, 101))
        .isEqualTo(
            new Verdict("raise-ramp", 101, 100, "at most +80 hosts a minute, the rest follows"));
    assertThat(tick.ask(guardrail, 5).allowed()).isEqualTo(5);
  }

  @Test
  void raisesSmallGroupsByTenHosts() {
    assertThat(Tick.of(2, 30).bounds(2, 49).ask(guardrail, 30).allowed()).isEqualTo(12);
    assertThat(Tick.of(2, 30).bounds(2, 60).ask(guardrail, 30).allowed()).isEqualTo(14);
  }

  @Test
  void countsFromTheLowestFloorOfTheMinuteAndKeepsWhatStands() {
    Tick tick = Tick.of(90, 300).bounds(2, 400);
    assertThat(
            tick.remembering(Memories.of(Memories.floor(NOON.minusSeconds(60), 20, 300, 30)))
                .ask(guardrail, 300)
                .allowed())
        .isEqualTo(110);
    assertThat(
            tick.remembering(Memories.of(Memories.floor(NOON.minusSeconds(61), 20, 300, 30)))
                .ask(guardrail, 300)
                .allowed())
        .isEqualTo(170);
    assertThat(
            Tick.of(130, 300)
                .remembering(Memories.of(Memories.floor(NOON.minusSeconds(30), 20, 300, 30)))
                .ask(guardrail, 300)
                .allowed())
        .isEqualTo(130);
  }

  @Test
  void doesNotCutWhatAScheduledActionOfOursSetsAnyway() {
    Tick tick = Tick.of(44, 300).bounds(2, 110);
    assertThat(tick.ask(guardrail, 80).allowed()).isEqualTo(66);
    assertThat(scheduled(tick, 69).ask(guardrail, 80).allowed()).isEqualTo(69);
    assertThat(scheduled(tick, 69).ask(guardrail, 67).allowed()).isEqualTo(67);
    assertThat(scheduled(tick, 50).ask(guardrail, 80).allowed()).isEqualTo(66);
  }

  private static Tick scheduled(Tick tick, int hosts) {
    ScheduledSize size = ScheduledSize.floor("kickoff.a", NOON.minusSeconds(30), hosts);
    return tick.around(s -> s.with(new Standby(List.of(size), Optional.empty())));
  }
}
