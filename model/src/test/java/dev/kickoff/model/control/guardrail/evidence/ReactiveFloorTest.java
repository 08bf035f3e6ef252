package dev.kickoff.model.control.guardrail.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.control.Verdict;
import org.junit.jupiter.api.Test;

class ReactiveFloorTest {
  private final ReactiveFloor guardrail = new ReactiveFloor();

  @Test
  void liftsTheWantToWhatTheHighestOfTheLastThreeReadingsNeeds() {
    Tick tick = alone().readings(99_000, 20_000, 45_000, 30_000);
    assertThat(tick.ask(guardrail, 49))
        .isEqualTo(new Verdict("reactive-floor", 49, 50, "measured demand of 45,000 rpm needs 50"));
    assertThat(tick.ask(guardrail, 50).allowed()).isEqualTo(50);
    assertThat(tick.ask(guardrail, 51).allowed()).isEqualTo(51);
  }

  private static Tick alone() {
    return Tick.of(10, 10).release(ReleaseMode.DESIRED);
  }

  @Test
  void besideAPolicyCarriesTheDemandAtTheKneeAndLeavesHeadroomToIt() {
    Tick beside = Tick.of(10, 10).release(ReleaseMode.FLOOR).readings(45_000);
    assertThat(beside.ask(guardrail, 44).allowed()).isEqualTo(45);
    assertThat(beside.size(2, 400, 44).ask(guardrail, 10).allowed()).isEqualTo(45);
    assertThat(beside.size(2, 400, 45).ask(guardrail, 10))
        .isEqualTo(
            new Verdict("reactive-floor", 10, 10, "the group has asked for 45 of 45 hosts itself"));
  }

  @Test
  void passesOverGapsToOlderReadings() {
    Tick tick = alone().readings(90_000, 45_000, 20_000, -1, -1, 30_000, -1);
    assertThat(tick.ask(guardrail, 1).allowed()).isEqualTo(50);
  }

  @Test
  void letsEverythingThroughWithoutAnyReading() {
    assertThat(Tick.of(10, 10).noDemand().ask(guardrail, 1))
        .isEqualTo(new Verdict("reactive-floor", 1, 1, "no demand was measured"));
  }

  @Test
  void readsTheOldestMinuteToo() {
    assertThat(alone().readings(45_000).ask(guardrail, 1).allowed()).isEqualTo(50);
    assertThat(Measured.highest(Tick.of(1, 1).readings(7, 3).situation().recent(), 2)).hasValue(7);
    assertThat(Measured.highest(Tick.of(1, 1).readings(7, 3).situation().recent(), 1)).hasValue(3);
  }
}
