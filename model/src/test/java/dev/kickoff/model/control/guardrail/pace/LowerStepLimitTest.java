package dev.kickoff.model.control.guardrail.pace;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.ControlMemory.RememberedFloor;
import dev.kickoff.model.control.Memories;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.override.OperatorOverride.Kind;
import org.junit.jupiter.api.Test;

class LowerStepLimitTest {
  private static final String WITHIN = "within one step of the last 5 minutes";
  private final LowerStepLimit guardrail = new LowerStepLimit();

  private static Tick standing(int floor, RememberedFloor... floors) {
    return Tick.of(floor, 10).remembering(Memories.of(floors));
  }

  private static RememberedFloor ago(int seconds, int wanted, int floor) {
    return Memories.floor(NOON.minusSeconds(seconds), floor, wanted, floor);
  }

  @Test
  void letsRaisesAndHoldsThrough() {
    assertThat(standing(100).ask(guardrail, 100))
        .isEqualTo(new Verdict("lower-step", 100, 100, "nothing is lowered"));
    assertThat(standing(100).ask(guardrail, 300).allowed()).isEqualTo(300);
  }

  @Test
  void lowersByATenthOrByOneHost() {
    assertThat(standing(100).ask(guardrail, 90))
        .isEqualTo(new Verdict("lower-step", 90, 90, WITHIN));
    assertThat(standing(100).ask(guardrail, 89))
        .isEqualTo(
            new Verdict("lower-step", 89, 90, "at most 10 % below the 100 of the last 5 minutes"));
    assertThat(standing(109).ask(guardrail, 10).allowed()).isEqualTo(99);
    assertThat(standing(5).ask(guardrail, 2).allowed()).isEqualTo(4);
    assertThat(standing(20).ask(guardrail, 2).allowed()).isEqualTo(18);
  }

  @Test
  void countsTheStepFromThePeakOfFiveMinutes() {
    assertThat(standing(95, ago(310, 10, 100)).ask(guardrail, 10).allowed()).isEqualTo(90);
    assertThat(standing(90, ago(310, 10, 100)).ask(guardrail, 10).allowed()).isEqualTo(90);
    assertThat(standing(80, ago(310, 10, 100)).ask(guardrail, 10).allowed()).isEqualTo(80);
    assertThat(standing(90, ago(311, 10, 100)).ask(guardrail, 10).allowed()).isEqualTo(81);
  }

  @Test
  void staysAboveWhatWasWantedInAQuarterOfAnHour() {
    assertThat(standing(100, ago(900, 97, 100)).ask(guardrail, 10))
        .isEqualTo(
            new Verdict("lower-step", 10, 97, "the plan wanted 97 within the last 15 minutes"));
    assertThat(standing(100, ago(901, 97, 50)).ask(guardrail, 10).allowed()).isEqualTo(90);
    assertThat(standing(100, ago(900, 150, 100)).ask(guardrail, 10).allowed()).isEqualTo(100);
    assertThat(standing(100, ago(900, 90, 50)).ask(guardrail, 10).reason())
        .isEqualTo("at most 10 % below the 100 of the last 5 minutes");
    assertThat(standing(100, ago(900, 97, 50)).ask(guardrail, 97).reason()).isEqualTo(WITHIN);
  }

  @Test
  void followsAPinOrACeilingAtOnceByTheSameSteps() {
    Tick wanting = standing(100, ago(60, 150, 100));
    assertThat(wanting.order(Kind.PIN, 40).ask(guardrail, 40).allowed()).isEqualTo(90);
    assertThat(wanting.order(Kind.CEILING, 95).ask(guardrail, 95).allowed()).isEqualTo(95);
    assertThat(wanting.order(Kind.FLOOR, 40).ask(guardrail, 40).allowed()).isEqualTo(100);
  }
}
