package dev.kickoff.model.lab.twin.reality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class RealityReaderTest {
  private static final Instant START = Instant.parse("2024-06-01T18:00:00Z");

  private static Instant minute(double minute) {
    return START.plusSeconds(Math.round(minute * 60));
  }

  private static TreeMap<Instant, Double> every(
      double minutes, int count, IntToDoubleFunction value) {
    TreeMap<Instant, Double> values = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      values.put(minute(i * minutes), value.applyAsDouble(i));
    }
    return values;
  }

  private static Metrics metrics(TreeMap<Instant, Double> cpu) {
    return new Metrics(cpu, every(1, 30, i -> 1_000.0 * i));
  }

  @Test
  void hostsCountFromWhenTheyServeAndAreAskedForFromWhenTheyWereAskedFor() {
    List<Launch> launches =
        List.of(
            new Launch(minute(10), minute(14), 2, true),
            new Launch(minute(10.2), minute(13), 1, true),
            new Launch(minute(20), minute(24), 1, false));
    Reality reality = RealityReader.read(launches, metrics(every(1, 30, i -> i)), 3);
    assertThat(reality.steps()).isEqualTo(180);
    assertThat(reality.inService()[77]).isEqualTo(3);
    assertThat(reality.inService()[78]).isEqualTo(4);
    assertThat(reality.inService()[84]).isEqualTo(6);
    assertThat(reality.desired()[60]).isEqualTo(5);
    assertThat(reality.desired()[61]).isEqualTo(6);
    assertThat(reality.launches()).containsExactly(60);
    assertThat(reality.boots()).containsExactly(4, 4, 2.8, 4);
    assertThat(reality.notes())
        .containsExactly(
            "1 launches were not asked for by an alarm: their hosts count, their times do not");
  }

  @Test
  void theLoadIsEvenBetweenTheMiddlesOfItsMinutes() {
    Reality reality = RealityReader.read(List.of(), metrics(every(1, 30, i -> 20)), 1);
    assertThat(reality.load().at(0)).isZero();
    assertThat(reality.load().at(63)).isCloseTo(10_083.3, within(0.1));
    assertThat(reality.load().at(179)).isEqualTo(29_000);
  }

  @Test
  void finerMetricsBecomeMeansOfTenSeconds() {
    Metrics fine = new Metrics(every(1 / 60.0, 600, i -> i % 10), every(1, 10, i -> 1));
    Reality reality = RealityReader.read(List.of(), fine, 1);
    assertThat(reality.rows()).hasSize(60).allMatch(row -> row.cpu() == 4.5);
  }

  @Test
  void whatLiesOutsideIsSaid() {
    List<Launch> launches =
        List.of(
            new Launch(minute(-10), minute(-6), 2, true),
            new Launch(minute(-2), minute(2), 1, true),
            new Launch(minute(40), minute(44), 1, true));
    Reality reality = RealityReader.read(launches, metrics(every(1, 30, i -> i)), 3);
    assertThat(reality.inService()[0]).isEqualTo(3);
    assertThat(reality.inService()[179]).isEqualTo(4);
    assertThat(reality.notes()).hasSize(1);
    assertThat(reality.notes().get(0)).startsWith("3 of 3 launches lie outside");
  }

  @Test
  void aGapInTheLoadIsBridgedAndSaidUnlessItIsLong() {
    TreeMap<Instant, Double> load = every(1, 30, i -> 1_000.0 * i);
    load.remove(minute(7));
    Metrics gap = new Metrics(every(1, 30, i -> 9), load);
    assertThat(RealityReader.read(List.of(), gap, 1).notes())
        .containsExactly("the load has gaps of up to 120 s, bridged evenly");
    for (int i = 8; i < 13; i++) {
      load.remove(minute(i));
    }
    assertThatThrownBy(() -> RealityReader.read(List.of(), new Metrics(gap.cpu(), load), 1))
        .hasMessage(
            "no load from 2024-06-01T18:06:00Z to 2024-06-01T18:13:00Z: give a span without such"
                + " a gap");
  }

  @Test
  void metricsThatCannotShowAnAlarmAtWorkAreRefused() {
    assertThatThrownBy(() -> RealityReader.read(List.of(), metrics(every(15, 10, i -> 1)), 1))
        .hasMessage("the CPU is known every 15 minutes: no more than 5 show an alarm at work");
    assertThatThrownBy(() -> RealityReader.read(List.of(), metrics(new TreeMap<>()), 1))
        .hasMessage("0 values of the CPU: at least two are needed");
    assertThatThrownBy(() -> RealityReader.read(List.of(), metrics(every(1, 3, i -> 1)), 1))
        .hasMessage("CPU and load are both known for 3 minutes: 5 to 5000 are needed");
  }
}
