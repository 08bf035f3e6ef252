package dev.kickoff.model.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.control.surroundings.ServiceHealth;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandSignals;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ServiceHealthTest {
  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");

  private static Instant minute(int minute) {
    return NOON.plusSeconds(60L * minute);
  }

  /** One value a minute from {@code from} on. */
  private static Optional<DemandSeries> from(int from, double... values) {
    DemandSeries.Builder series = DemandSeries.builder(minute(from), Duration.ofMinutes(1));
    for (int i = 0; i < values.length; i++) {
      series.set(minute(from + i), values[i]);
    }
    return Optional.of(series.build());
  }

  private static ServiceHealth health(DemandSignals signals, Instant now) {
    return ServiceHealth.asOf(signals, now).orElseThrow();
  }

  @Test
  void comparesTheNewestLatencyWithTheMedianOfItsDay() {
    double[] latency = new double[2 * 1440 + 1];
    java.util.Arrays.fill(latency, 0, 1440, 900);
    java.util.Arrays.fill(latency, 1440, 2 * 1440, 100);
    latency[2 * 1440] = 250;
    DemandSignals signals =
        new DemandSignals(from(0, new double[] {0.5}), from(-2 * 1440, latency), Optional.empty());
    assertThat(health(signals, minute(1)))
        .isEqualTo(
            new ServiceHealth(
                minute(1), OptionalDouble.of(0.5), OptionalDouble.of(2.5), OptionalDouble.empty()));
  }

  @Test
  void sixHoursOfSlownessDoNotBecomeTheUsual() {
    double[] latency = new double[1440];
    java.util.Arrays.fill(latency, 0, 1080, 100);
    java.util.Arrays.fill(latency, 1080, 1440, 300);
    DemandSignals signals =
        new DemandSignals(Optional.empty(), from(-1440, latency), Optional.empty());
    assertThat(health(signals, minute(0)).latencyRatio()).hasValue(3);
  }

  @Test
  void seesNothingThatHadNotEnded() {
    DemandSignals signals =
        new DemandSignals(Optional.empty(), Optional.empty(), from(0, 0.1, 0.2, 0.3));
    assertThat(health(signals, minute(2)).cpu()).hasValue(0.2);
    assertThat(health(signals, minute(2).minusMillis(1)).cpu()).hasValue(0.1);
    assertThat(ServiceHealth.asOf(signals, minute(1).minusMillis(1))).isEmpty();
    assertThat(ServiceHealth.asOf(DemandSignals.none(), NOON)).isEmpty();
  }

  @Test
  void whatStopsKeepsItsLastValueAndGrowsOld() {
    DemandSignals signals =
        new DemandSignals(from(0, 0.5), Optional.empty(), from(0, 0.1, 0.2, 0.3));
    ServiceHealth health = health(signals, minute(99_999));
    assertThat(health.until()).as("of the errors, which stopped first").isEqualTo(minute(1));
    assertThat(health.errorShare()).hasValue(0.5);
    assertThat(health.cpu()).hasValue(0.3);
  }

  @Test
  void whatIsSilentForADayWhileOthersGoOnIsNoLongerMeasured() {
    DemandSignals signals =
        new DemandSignals(from(0, 0.5), Optional.empty(), from(24 * 60, 0.1, 0.2));
    ServiceHealth before = health(signals, minute(24 * 60 + 1));
    assertThat(before.until()).isEqualTo(minute(1));
    ServiceHealth after = health(signals, minute(24 * 60 + 2));
    assertThat(after.until()).isEqualTo(minute(24 * 60 + 2));
    assertThat(after.errorShare()).isEmpty();
  }

  @Test
  void hasNoRatioOverAMedianOfZero() {
    DemandSignals signals = new DemandSignals(Optional.empty(), from(0, 0, 0, 5), Optional.empty());
    assertThat(health(signals, minute(3)).latencyRatio()).isEmpty();
  }
}
