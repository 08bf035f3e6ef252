package dev.kickoff.model.control.guardrail.evidence;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.Memories;
import dev.kickoff.model.control.Verdict;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitJumpTest {
  private static final Verdict CALM =
      new Verdict("unit-jump", 300, 300, "no jump by a factor between units");
  private final UnitJump guardrail = new UnitJump();

  /** Ten readings of {@code usual}, then three more. */
  private static Tick ending(double usual, double... newest) {
    double[] rpm = new double[10 + newest.length];
    Arrays.fill(rpm, usual);
    System.arraycopy(newest, 0, rpm, 10, newest.length);
    return Tick.of(20, 10).readings(rpm);
  }

  private static Tick jumpingBy(double factor) {
    return ending(10_000, 10_000, 10_000, 10_000 * factor);
  }

  @ParameterizedTest
  @ValueSource(doubles = {60, 51.1, 68.9, 1_000, 851, 1_149, 3_600, 3_061, 4_139})
  void takesAFactorBetweenUnitsForAMistakeUpAndDown(double factor) {
    assertThat(jumpingBy(factor).ask(guardrail, 300).allowed()).isEqualTo(20);
    assertThat(jumpingBy(factor).ask(guardrail, 300).alarm()).isPresent();
    assertThat(jumpingBy(1 / factor).ask(guardrail, 5).allowed()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 50.9, 69.1, 849, 1_151, 3_059, 4_141})
  void takesOtherFactorsForDemand(double factor) {
    assertThat(jumpingBy(factor).ask(guardrail, 300)).isEqualTo(CALM);
    assertThat(jumpingBy(1 / factor).ask(guardrail, 5).allowed()).isEqualTo(5);
  }

  @Test
  void rejectsAWrongUnitAsLongAsMeasuredDemandWouldFollowIt() {
    assertThat(ending(10_000, 600_000, 10_000, 10_000).ask(guardrail, 300).allowed()).isEqualTo(20);
    assertThat(ending(10_000, 600_000, 10_000, 10_000, 10_000).ask(guardrail, 300)).isEqualTo(CALM);
  }

  @Test
  void saysTheFactorAndKeepsWhatWasWantedInTheHalfHourBefore() {
    Tick tick =
        jumpingBy(60)
            .remembering(
                Memories.of(
                    Memories.floor(NOON.minusSeconds(1_801), 20, 200, 20),
                    Memories.floor(NOON.minusSeconds(1_800), 20, 70, 20),
                    Memories.floor(NOON.minusSeconds(60), 20, 30, 20)));
    String reason = "demand jumped by a factor of 60.0, as a wrong unit does; kept within 20..70";
    assertThat(tick.ask(guardrail, 300))
        .isEqualTo(new Verdict("unit-jump", 300, 70, reason).alarming());
    assertThat(tick.ask(guardrail, 19).allowed()).isEqualTo(20);
    assertThat(tick.ask(guardrail, 69).allowed()).isEqualTo(69);
  }

  @Test
  void tellsNothingOfLittleDemandOrOfZero() {
    assertThat(ending(9.9, 9.9, 9.9, 599).ask(guardrail, 300)).isEqualTo(CALM);
    assertThat(ending(10, 10, 10, 600).ask(guardrail, 300).allowed()).isEqualTo(20);
    assertThat(ending(600, 600, 600, 10).ask(guardrail, 5).allowed()).isEqualTo(20);
    assertThat(ending(0, 0, 0, 600).ask(guardrail, 300)).isEqualTo(CALM);
    assertThat(ending(600, 600, 600, 0).ask(guardrail, 300)).isEqualTo(CALM);
  }

  @Test
  void needsTenReadingsBeforeTheNewestThree() {
    double[] twelve = new double[12];
    Arrays.fill(twelve, 10_000);
    twelve[11] = 600_000;
    assertThat(Tick.of(20, 10).readings(twelve).ask(guardrail, 300)).isEqualTo(CALM);
  }

  @Test
  void comparesAcrossAGap() {
    double[] rpm = new double[20];
    Arrays.fill(rpm, 0, 12, 10_000);
    Arrays.fill(rpm, 12, 19, -1);
    rpm[19] = 600_000;
    assertThat(Tick.of(20, 10).readings(rpm).ask(guardrail, 300).allowed()).isEqualTo(20);
  }

  @Test
  void takesTheMedianOfReadingsInAnyOrder() {
    double[] rpm = {9, 9, 9, 9, 9, 10_000, 10_000, 10_000, 10_000, 90_000, 10_000, 10_000, 600_000};
    assertThat(Tick.of(20, 10).readings(rpm).ask(guardrail, 300).allowed()).isEqualTo(20);
    double[] mirrored = {
      90_000, 10_000, 10_000, 10_000, 9, 9, 9, 9, 9, 10_000, 10_000, 10_000, 600_000
    };
    assertThat(Tick.of(20, 10).readings(mirrored).ask(guardrail, 300).allowed()).isEqualTo(20);
  }
}
