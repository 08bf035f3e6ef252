package dev.kickoff.model.lab.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.Stages.Between;
import java.time.Duration;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StagesTest {
  private static final String SOURCE = "10m:30000,8m:150000,30m:150000";
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private static double sourceRamp(double t) {
    return t <= 10 ? 3e3 * t : t <= 18 ? 30e3 + 15e3 * (t - 10) : 150e3;
  }

  private static double sourceRows(double t) {
    return t <= 9 ? 30e3 * t / 9 : t <= 10 ? 30e3 : t <= 17 ? 30e3 + 120e3 * (t - 10) / 7 : 150e3;
  }

  private static void sameBits(LoadCurve curve, DoubleUnaryOperator source) {
    for (int i = 0; i < curve.size(); i++) {
      double minutes = i * curve.step().toSeconds() / 60.0;
      assertThat(curve.at(i)).as("minute %s", minutes).isEqualTo(source.applyAsDouble(minutes));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 10, 20, 30, 60, 120})
  void theSourcesThreeStagesComeOutBitByBit(int seconds) {
    Stages stages = Stages.parse(SOURCE);
    Duration step = Duration.ofSeconds(seconds);
    assertThat(stages.curve(step, Between.RAMP).size()).isEqualTo(48 * 60 / seconds + 1);
    sameBits(stages.curve(step, Between.RAMP), StagesTest::sourceRamp);
    sameBits(stages.curve(step, Between.ROWS), StagesTest::sourceRows);
  }

  @Test
  void aStageByRowsStandsAtItsTargetAMinuteEarlyAndOneOfOneMinuteClimbsThroughIt() {
    LoadCurve rows = Stages.parse("1m:60,2m:120,1m:0").curve(Duration.ofSeconds(30), Between.ROWS);
    assertThat(rows.values()).containsExactly(0, 30, 60, 90, 120, 120, 120, 60, 0);
  }

  @Test
  void aFallingStageNeverPassesItsTarget() {
    LoadCurve falling = Stages.parse("1m:0.1,7m:0,5m:0").curve(TEN_SECONDS, Between.RAMP);
    assertThat(DoubleStream.of(falling.values())).allMatch(value -> value >= 0 && value <= 0.1);
    assertThat(falling.at(8 * 6)).isZero();
  }

  @Test
  void durationsMayBeWrittenInEveryUsualForm() {
    assertThat(Stages.parse(" 90s : 5 , 1h30m:6,2d:7,PT10M:8,1d2h:9").span())
        .isEqualTo(Duration.parse("P3DT3H41M30S"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''|no stage: write duration:target, as 10m:30000
          10m:30000,|stage 2, column 11: "" is not duration:target, as 10m:30000
          10m:30000, 8m|stage 2, column 12: "8m" is not duration:target, as 10m:30000
          10m:30000,0m:5|stage 2, column 11: a duration must be above zero, not 0m
          -10m:30000|stage 1, column 1: a duration must be above zero, not -10m
          10x:30000|stage 1, column 1: "10x" is not a duration; write 90s, 10m, 1h30m or 2d
          1.5s:3|stage 1, column 1: a duration must be whole seconds, not 1.5s
          99999999h:3|stage 1, column 1: a duration of at most ten years, not 99999999h
          99999999999999999999h:3|stage 1, column 1: "99999999999999999999h" is not a duration; write 90s, 10m, 1h30m or 2d
          10m:-3|stage 1, column 1: requests per minute cannot be negative: -3
          10m:1e999|stage 1, column 1: 1e999 is not a finite number
          10m:NaN|stage 1, column 1: NaN is not a finite number
          10m:many|stage 1, column 1: "many" is not a number
          10m:3:4|stage 1, column 1: "3:4" is not a number
          """)
  void aBadStageIsNamedWithItsColumn(String text, String message) {
    assertThatThrownBy(() -> Stages.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void tooManyValuesAreRefusedWithTheStepThatWouldDo() {
    assertThatThrownBy(() -> Stages.parse("116d:9").curve(Duration.ofSeconds(1), Between.RAMP))
        .hasMessage(
            "a load over 2784h every 1s has 10022401 values, more than 2000000: take a longer step,"
                + " from 6s");
  }

  @Test
  void aStepThatMissesTheEndAndRowsOfHalfAMinuteAreRefused() {
    assertThatThrownBy(() -> Stages.parse("1m:9").curve(Duration.ofSeconds(7), Between.RAMP))
        .hasMessage("a load over 1m does not end on a step of 7s: take a step that divides it");
    assertThatThrownBy(() -> Stages.parse("1m:9,30s:9").curve(TEN_SECONDS, Between.ROWS))
        .hasMessage("stage 2 takes 30s: one row a minute needs whole minutes; use --between ramp");
    assertThatThrownBy(() -> Stages.parse("1m:9").curve(Duration.ZERO, Between.RAMP))
        .hasMessage("a step of 0s: it must be whole seconds, at least one");
  }
}
