package dev.kickoff.model.control.guardrail.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.Tick;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.surroundings.Standby;
import dev.kickoff.model.fleet.ScheduledSize;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandbyFirstTest {
  private final StandbyFirst guardrail = new StandbyFirst();

  private static Tick lacking(Optional<String> lack) {
    return Tick.of(100, 10).around(s -> s.with(new Standby(List.of(), lack)));
  }

  @Test
  void holdsUntilThePlansRaisesStandInTheFleetsOwnSchedule() {
    Tick lacking = lacking(Optional.of("the raise of 18:00 does not stand"));
    assertThat(lacking.ask(guardrail, 10))
        .isEqualTo(
            new Verdict(
                "standby-first",
                10,
                100,
                "the raise of 18:00 does not stand, so nothing is lowered"));
    assertThat(lacking.ask(guardrail, 110).allowed()).isEqualTo(110);
    assertThat(lacking(Optional.empty()).ask(guardrail, 10))
        .isEqualTo(
            new Verdict("standby-first", 10, 10, "the plan stands in the fleet's own schedule"));
  }

  @Test
  void asksNothingOfAFleetWithoutASchedule() {
    assertThat(Tick.of(100, 10).ask(guardrail, 10))
        .isEqualTo(new Verdict("standby-first", 10, 10, "the fleet has no schedule of its own"));
  }

  @Test
  void aRaiseAsksAtLeastForWhatAnActionOfOursSetsAboutNow() {
    assertThat(scheduled("kickoff.a", 14, 60).ask(guardrail, 50))
        .isEqualTo(
            new Verdict("standby-first", 50, 60, "a scheduled action of ours sets 60 about now"));
    assertThat(scheduled("kickoff.a", -149, 60).ask(guardrail, 50).allowed()).isEqualTo(60);
    assertThat(scheduled("kickoff.a", 15, 60).ask(guardrail, 50).allowed()).isEqualTo(50);
    assertThat(scheduled("kickoff.a", -150, 60).ask(guardrail, 50).allowed()).isEqualTo(50);
    assertThat(scheduled("nightly", 0, 60).ask(guardrail, 50).allowed()).isEqualTo(50);
    assertThat(scheduled("kickoff.a", 0, 60).ask(guardrail, 70).allowed()).isEqualTo(70);
    assertThat(scheduled("kickoff.a", 0, 60).ask(guardrail, 40).allowed()).isEqualTo(40);
  }

  @Test
  void nothingIsLoweredBelowWhatAnActionOfOursSetsAboutNow() {
    assertThat(scheduled("kickoff.a", 0, 60).ask(guardrail, 39).allowed()).isEqualTo(40);
    assertThat(scheduled("kickoff.a", -149, 38).ask(guardrail, 30).allowed()).isEqualTo(38);
    assertThat(scheduled("kickoff.a", -149, 38).ask(guardrail, 38).allowed()).isEqualTo(38);
    assertThat(scheduled("kickoff.a", -150, 60).ask(guardrail, 30).allowed()).isEqualTo(30);
    assertThat(scheduled("kickoff.a", 15, 60).ask(guardrail, 30).allowed()).isEqualTo(30);
  }

  /** A group of 40 with an action due so many seconds from now. */
  private static Tick scheduled(String name, int seconds, int hosts) {
    ScheduledSize size = ScheduledSize.floor(name, Scenes.NOON.plusSeconds(seconds), hosts);
    return Tick.of(40, 10).around(s -> s.with(new Standby(List.of(size), Optional.empty())));
  }
}
