package dev.kickoff.model.lab.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.lab.HostCurve;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostProfilerTest {
  private static final Instant START = Instant.parse("2026-06-01T18:00:00Z");

  private static MeasuredHost profile(LoadTest test) {
    return HostProfiler.measuring().profile(test);
  }

  private static LoadTestRow row(int i, double rpm, double cpu) {
    OptionalDouble none = OptionalDouble.empty();
    return new LoadTestRow(START.plusSeconds(10L * i), rpm, cpu, none, none);
  }

  @Test
  void measuresTheHostOfTheSource() {
    MeasuredHost host = profile(SyntheticLoadTest.linear(1).withKneeAt(50));
    assertThat(host.cpu().line().at(40_000).value()).isCloseTo(30, within(0.5));
    assertThat(host.cpu().explained()).isGreaterThan(0.99);
    assertThat(host.throughput().rule()).isEqualTo(Throughput.Rule.KNEE);
    assertThat(host.throughput().rpm().orElseThrow().value()).isCloseTo(68_571, within(2_000.0));
    assertThat(host.throughput().withMargin(0.1).orElseThrow()).isLessThan(62_700);
    HostCurve curve = host.curve().orElseThrow();
    assertThat(curve.cpuAt(40_000)).isCloseTo(30, within(0.5));
    assertThat(curve.kneeCpu()).isCloseTo(50, within(2.0));
  }

  @Test
  void saysThatThereIsNoKneeWhereTheTestEndsBelowIt() {
    MeasuredHost host = profile(SyntheticLoadTest.linear(2).rows(60, 60_000).withKneeAt(50));
    assertThat(host.knee()).isEmpty();
    assertThat(host.whyNoKnee().orElseThrow()).contains("no knee up to 43 %");
    assertThat(host.throughput().rule()).isEqualTo(Throughput.Rule.HIGHEST_LOAD);
    assertThat(host.throughput().rpm().orElseThrow().value()).isBetween(55_000.0, 61_000.0);
  }

  @Test
  void choosesNoThroughputFromFewRows() {
    MeasuredHost host = profile(SyntheticLoadTest.linear(3).rows(5, 100_000).withKneeAt(50));
    assertThat(host.whyNoKnee().orElseThrow()).contains("5 rows");
    assertThat(host.throughput().rule()).isEqualTo(Throughput.Rule.NONE);
    assertThat(host.curve()).isEmpty();
  }

  @Test
  void leavesOutWhatAFullProcessorSays() {
    MeasuredHost host = profile(SyntheticLoadTest.linear(4).rows(200, 220_000).withKneeAt(50));
    assertThat(host.cpu().saturatedFrom()).isBetween(130_000.0, 142_000.0);
    assertThat(host.cpu().cpuPerKrpm().value()).isCloseTo(0.7, within(0.02));
    assertThat(host.cpu().linearity().orElseThrow().linear()).isTrue();
  }

  @Test
  void readsTheThroughputOfANonLinearHostFromTheLoadsNearBy() {
    MeasuredHost host =
        profile(
            SyntheticLoadTest.of(5, rpm -> 2 + 0.4 * rpm / 1e3 + 0.003 * rpm * rpm / 1e6)
                .withKneeAt(50));
    assertThat(host.cpu().linearity().orElseThrow().words()).contains("does not rise evenly");
    // 2 + 0.4 x + 0.003 x x = 50 at 76.3 thousand
    assertThat(host.throughput().rpm().orElseThrow().value()).isCloseTo(76_300, within(2_500.0));
  }

  @Test
  void takesTheKneeThatIsGiven() {
    MeasuredHost host =
        HostProfiler.givenKnee(30).profile(SyntheticLoadTest.linear(6).withKneeAt(50));
    assertThat(host.throughput().rule()).isEqualTo(Throughput.Rule.GIVEN);
    assertThat(host.throughput().rpm().orElseThrow().value()).isCloseTo(40_000, within(700.0));
    assertThatThrownBy(() -> HostProfiler.givenKnee(0)).isInstanceOf(LoadTestException.class);
  }

  @Test
  void tellsWhatAColdCacheCosts() {
    Random random = new Random(7);
    List<LoadTestRow> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      double rpm = 1_000.0 * (i + 1);
      double hit = 0.3 + 0.6 * random.nextDouble();
      double cpu = 2 + rpm / 1_000 * (0.2 * hit + 0.9 * (1 - hit)) + random.nextGaussian();
      Instant at = START.plusSeconds(10L * i);
      double seen = Math.max(0, Math.min(100, cpu));
      rows.add(new LoadTestRow(at, rpm, seen, OptionalDouble.empty(), OptionalDouble.of(hit)));
    }
    CacheTerms cache = profile(new LoadTest(rows)).cpu().cache().orElseThrow();
    assertThat(cache.hitPerKrpm().value()).isCloseTo(0.2, within(0.05));
    assertThat(cache.missPerKrpm().value()).isCloseTo(0.9, within(0.05));
    assertThat(cache.cpuPerKrpm(0)).isEqualTo(cache.missPerKrpm().value(), within(1e-9));
  }

  @Test
  void measuresWithoutNoiseToTheDigit() {
    List<LoadTestRow> rows = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      rows.add(row(i, 10_000 * i, 2 + 7.0 * i));
    }
    CpuFit cpu = profile(new LoadTest(rows)).cpu();
    assertThat(cpu.cpuPerKrpm().value()).isCloseTo(0.7, within(1e-9));
    assertThat(cpu.idleCpu().value()).isCloseTo(2, within(1e-9));
    assertThat(cpu.linearity().orElseThrow().linear()).isTrue();
  }

  @Test
  void theOrderOfRowsChangesNothing() {
    List<LoadTestRow> rows = SyntheticLoadTest.linear(8).measured(share -> 20);
    List<LoadTestRow> turned = new ArrayList<>(rows);
    Collections.reverse(turned);
    assertThat(profile(new LoadTest(turned)).cpu().cpuPerKrpm())
        .isEqualTo(profile(new LoadTest(rows)).cpu().cpuPerKrpm());
  }

  @Test
  void refusesLoadTestsThatTellNothing() {
    assertThatThrownBy(() -> new LoadTest(List.of(row(0, 1, 1), row(1, 2, 2))))
        .isInstanceOf(LoadTestException.class)
        .hasMessageContaining("2 usable rows are too few");
    List<LoadTestRow> even = new ArrayList<>();
    List<LoadTestRow> falling = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      even.add(row(i, 40_000 + i, 30));
      falling.add(row(i, 1_000 * i, 60 - i));
    }
    assertThatThrownBy(() -> new LoadTest(even))
        .isInstanceOf(LoadTestException.class)
        .hasMessageContaining("one load");
    assertThatThrownBy(() -> profile(new LoadTest(falling)))
        .isInstanceOf(LoadTestException.class)
        .hasMessageContaining("does not rise with requests");
  }

  @Test
  void refusesRowsThatCannotBe() {
    assertThatThrownBy(() -> row(0, Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> row(0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> row(0, 1, 101)).isInstanceOf(IllegalArgumentException.class);
  }
}
