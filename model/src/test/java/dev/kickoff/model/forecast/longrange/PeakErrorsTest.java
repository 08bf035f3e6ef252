package dev.kickoff.model.forecast.longrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.forecast.Quantiles;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeakErrorsTest {
  /** Errors 0, 0.01, ... of so many, each in one of {@code groups}. */
  private static PeakErrors errors(int count, int groups) {
    return new PeakErrors(
        IntStream.range(0, count)
            .mapToObj(i -> new PeakErrors.Error(i % groups, i / 100.0))
            .toList());
  }

  @Test
  void withManyGroupsTheOffsetsAreTheOrderStatistics() {
    double[] distances = errors(199, 199).distances();
    // The 190th of 199 is 1.89, the middle 0.99, and 1 in 199 is added.
    assertThat(distances[2]).isCloseTo(0.9 * (1 + 1 / 199.0), within(1e-9));
    assertThat(errors(199, 199).median()).isCloseTo(0.689, within(0.01));
  }

  @Test
  void fewGroupsWidenAndAreTrustedLessInTheMiddle() {
    assertThat(errors(199, 4).distances()[2]).isGreaterThan(errors(199, 40).distances()[2]);
    assertThat(errors(199, 4).median()).isLessThan(errors(199, 40).median());
  }

  @Test
  void anUnrehearsedWeekIsWiderThanTheLastThatWasAndNothingIsAboveTheCeiling() {
    PeakErrors none = new PeakErrors(List.of());
    LeadCalibration calibration = new LeadCalibration(List.of(errors(50, 10), none), none, 60);
    assertThat(calibration.ofDay(100, 2).p95()).isGreaterThan(calibration.ofDay(100, 1).p95());
    assertThat(calibration.ofDay(100, 2).p50()).isEqualTo(calibration.ofDay(100, 1).p50());
    Quantiles high = calibration.ofDay(5000, 2);
    assertThat(high.p99()).isEqualTo(1200);
    assertThat(high.p50()).isEqualTo(1200);
  }

  @Test
  void anEventOfWhichFewWereSeenIsWiderThanADay() {
    PeakErrors none = new PeakErrors(List.of());
    LeadCalibration calibration = new LeadCalibration(List.of(errors(50, 10)), none, 1000);
    assertThat(calibration.ofEvent(100, 1).p95()).isGreaterThan(calibration.ofDay(100, 1).p95());
  }
}
