package dev.kickoff.model.demand.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinuteSignalsTest {
  private static SignalReading reading(Signal signal, String source, int second, double value) {
    return new SignalReading(signal, source, "{}", second * 1000L, 30_000, value);
  }

  private static Map<String, Double> minute(List<SignalReading> readings) {
    List<SignalReading> known = List.of();
    for (SignalReading reading : readings) {
      known = MinuteSignals.with(known, reading);
    }
    return MinuteSignals.of(0, known);
  }

  @Test
  void averagesErrorsAndProcessorsOverSourcesAndTakesTheSlowest() {
    List<SignalReading> readings = new ArrayList<>();
    for (Signal signal : Signal.values()) {
      readings.add(reading(signal, "a", 0, 0.2));
      readings.add(reading(signal, "a", 30, 0.4));
      readings.add(reading(signal, "b", 0, 0.1));
    }
    Map<String, Double> signals = minute(readings);
    assertThat(signals).containsOnlyKeys("error_share", "latency_ms", "cpu");
    assertThat(signals.get("error_share")).isCloseTo(0.2, within());
    assertThat(signals.get("cpu")).isCloseTo(0.2, within());
    assertThat(signals.get("latency_ms")).isCloseTo(0.3, within());
  }

  @Test
  void weighsAReadingByHowMuchOfTheMinuteItCovers() {
    assertThat(minute(List.of(reading(Signal.CPU, "a", -20, 1), reading(Signal.CPU, "a", 10, 0))))
        .containsEntry("cpu", 0.25);
    assertThat(minute(List.of(reading(Signal.CPU, "a", 60, 1)))).as("of the next minute").isEmpty();
  }

  @Test
  void aCorrectionReplacesTheReading() {
    assertThat(minute(List.of(reading(Signal.CPU, "a", 0, 1), reading(Signal.CPU, "a", 0, 0.5))))
        .containsEntry("cpu", 0.5);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void theOrderOfReadingsMakesNoDifference(long seed) {
    Random random = new Random(seed);
    List<SignalReading> readings = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Signal signal = Signal.values()[random.nextInt(3)];
      readings.add(reading(signal, "s" + random.nextInt(3), i, random.nextDouble()));
    }
    Map<String, Double> inOrder = minute(readings);
    Collections.shuffle(readings, random);
    assertThat(minute(readings)).isEqualTo(inOrder);
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-12);
  }
}
