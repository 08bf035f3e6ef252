package dev.kickoff.model.lab.shape.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.Stages;
import dev.kickoff.model.lab.shape.function.LoadFunction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTextTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private final List<TraceSpan> asked = new ArrayList<>();

  private LoadFunction load(String text) {
    return LoadText.parse(
        text,
        span -> {
          asked.add(span);
          return new LoadCurve(MINUTE, new double[] {100, 300, 200});
        });
  }

  private double[] minutes(String text) {
    return load(text).curve(MINUTE).values();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 for 2m|7 7 7",
        "flat:rpm=7 for 1m|7 7",
        "ramp:to=40,over=4m|0 10 20 30 40",
        "ramp:from=40,to=0,over=2m for 3m|40 20 0 0",
        "step:from=1,to=9,at=2m for 4m|1 1 9 9 9",
        "step:to=9 for 1m|9 9",
        "spike:base=1,peak=9,at=1m,rise=2m,hold=1m,fall=4m|1 1 5 9 9 7 5 3 1",
        "spike:peak=9,at=1m,rise=0,hold=0,fall=0 for 2m|0 9 0",
        "sine:period=4m,mean=10,amplitude=5 for 4m|10 15 10 5 10",
        "sine:period=4m,mean=10,amplitude=5,shift=1m for 2m|5 10 15",
        "stages:2m:20,1m:50|0 10 20 50",
        "stages:3m:20,1m:20,between=rows|0 10 20 20 20",
        "ramp:to=4,over=4m + 10|10 11 12 13 14",
        "2 * ramp:to=2,over=2m + 1|1 3 5",
        "2 * ( ramp:to=2,over=2m + 1 )|2 4 6",
        "2 * (ramp:to=2,over=2m + 1) for 1m|2 4",
        "ramp:to=2,over=2m then 5 for 1m then ramp:from=9,to=8,over=1m|0 1 5 9 8",
        "sine:period=4m,amplitude=5 for 4m|0 5 0 0 0",
      })
  void aTextDescribesALoadMinuteByMinute(String text, String minutes) {
    double[] expected =
        DoubleStream.of(
                List.of(minutes.split(" ")).stream().mapToDouble(Double::parseDouble).toArray())
            .toArray();
    assertThat(minutes(text)).containsExactly(expected, within(1e-9));
  }

  @Test
  void stagesInAFunctionAreTheSameAsOnTheirOwn() {
    String table = "10m:30000,8m:150000,30m:150000";
    Duration step = Duration.ofSeconds(10);
    assertThat(load("stages:" + table + ",between=rows").curve(step).values())
        .isEqualTo(Stages.parse(table).curve(step, Stages.Between.ROWS).values());
  }

  @Test
  void valuesBelowZeroAreRaisedToItAndCounted() {
    assertThat(load("sine:period=4m,amplitude=5 for 4m").belowZero(MINUTE)).isEqualTo(1);
  }

  @Test
  void aPastSpanIsAskedForAndTimesAFactor() {
    String text = "trace:file=m.csv,from=2026-06-20T20:00:00Z,to=2026-06-20T22:02:00+02:00,times=2";
    assertThat(minutes(text)).containsExactly(200, 600, 400);
    assertThatThrownBy(() -> load(text.replace("22:02", "22:00"))).hasMessageContaining("is empty");
    assertThat(asked).singleElement().extracting(TraceSpan::file).isEqualTo("m.csv");
  }

  @Test
  void noiseIsTheSameForASeedAndKeepsItsMeanAndDeviation() {
    String noise = "noise:mean=1000,deviation=50,every=1m,seed=%d for 20000m";
    double[] values = minutes(noise.formatted(7));
    assertThat(values).isEqualTo(minutes(noise.formatted(7)));
    assertThat(values).isNotEqualTo(minutes(noise.formatted(8)));
    double mean = DoubleStream.of(values).average().orElseThrow();
    double variance =
        DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    assertThat(mean).isCloseTo(1000, within(2.0));
    assertThat(Math.sqrt(variance)).isCloseTo(50, within(1.5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|column 1: expected a number or a function, not \"the end\"",
        "7|the load has no end: write how long it lasts, such as \"for 1h\"",
        "7 + for 1m|column 5: expected a number or a function, not \"for\"",
        "7 for|column 6: \"\" is not a duration; write 90s, 10m, 1h30m or 2d",
        "7 for 0s|column 7: a duration must be above zero, not 0s",
        "7 for -1m|column 7: a duration must be above zero, not -1m",
        "7 9|column 3: expected +, *, then or for before \"9\"",
        "(7 + 9|column 7: a bracket is opened and not closed before \"the end\"",
        "7 ) for 1m|column 3: expected +, *, then or for before \")\"",
        "cosine:period=1h|column 1: \"cosine:period=1h\" is neither a number nor one of stages, flat,"
            + " noise, ramp, sine, spike, step, trace",
        "1 + sine:period=1h,men=5|column 5: sine has no \"men\"; it takes period, mean, amplitude,"
            + " shift",
        "sine:mean=5,period=1h|column 1: sine needs amplitude=",
        "sine:mean=5,mean=6|column 1: mean is given twice to sine",
        "ramp:to|column 1: \"to\" is not name=value; ramp takes from, to, over",
        "ramp:to=1e999,over=5m|column 1: 1e999 is not a finite number",
        "noise:deviation=-1|column 1: a deviation cannot be negative: -1.0",
        "noise:deviation=1,seed=x|column 1: seed \"x\" is not a whole number",
        "trace:file=m.csv,from=today,to=now|column 1: from \"today\" is not a time with an offset;"
            + " write 2026-06-20T20:00:00Z",
        "7 then 8 for 1m|column 1: part 1 of a sequence has no end: write how long it lasts, such as"
            + " \"for 1h\"",
        "stages:10m:x|column 1: stage 1, column 1: \"x\" is not a number",
        "stages:30s:5,between=rows|column 1: stage 1 takes 30s: one row a minute needs whole minutes;"
            + " use --between ramp",
        "1e300 * 1e300 for 1m|a load of Infinity requests per minute",
      })
  void aWrongTextIsNamedWithItsColumn(String text, String message) {
    assertThatThrownBy(() -> load(text).curve(MINUTE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void bracketsAndLengthHaveALimit() {
    assertThatThrownBy(() -> load("( ".repeat(60)))
        .hasMessage("column 101: more than 50 brackets within one another");
    assertThatThrownBy(() -> load("7 ".repeat(6000)))
        .hasMessage("a load's text has at most 10000 characters, not 12000");
  }
}
