package dev.kickoff.model.lab.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must hold in 95 % of 200 made-up load tests, whose truth is known. */
class HostProfilerSeedsTest {
  private static final int SEEDS = 200;
  private static final int MOST = 190;

  private static long count(LongFunction<LoadTest> test, Predicate<MeasuredHost> holds) {
    return LongStream.range(0, SEEDS)
        .mapToObj(seed -> HostProfiler.measuring().profile(test.apply(seed)))
        .filter(holds)
        .count();
  }

  private static double kneeOf(long seed) {
    return 40 + seed % 25;
  }

  private static boolean isLinear(MeasuredHost host) {
    return host.cpu().linearity().orElseThrow().linear();
  }

  @ParameterizedTest
  @CsvSource({"60, 1, 0, 0", "120, 1, 0, 0.05", "120, 0.3, 0.03, 0"})
  void findsTheKneeWithinThreePoints(int rows, double noise, double share, double outliers) {
    long near =
        LongStream.range(0, SEEDS)
            .filter(
                seed -> {
                  LoadTest test =
                      SyntheticLoadTest.linear(seed)
                          .rows(rows, 120_000)
                          .noise(noise, share)
                          .outliers(outliers)
                          .withKneeAt(kneeOf(seed));
                  return HostProfiler.measuring()
                      .profile(test)
                      .knee()
                      .filter(knee -> Math.abs(knee.cpu().value() - kneeOf(seed)) <= 3)
                      .isPresent();
                })
            .count();
    assertThat(near).isGreaterThanOrEqualTo(MOST);
  }

  @Test
  void theIntervalsOfKneeAndSlopeHoldTheTruth() {
    assertThat(
            count(
                seed -> SyntheticLoadTest.linear(seed).withKneeAt(50),
                host -> holds(host.knee().orElseThrow().cpu(), 50)))
        .isGreaterThanOrEqualTo(180);
    assertThat(
            count(
                seed -> SyntheticLoadTest.linear(seed).noise(0.3, 0.03).withoutLatency(),
                host -> holds(host.cpu().cpuPerKrpm(), 0.7)))
        .isGreaterThanOrEqualTo(180);
  }

  private static boolean holds(Estimate estimate, double truth) {
    return estimate.low() <= truth && truth <= estimate.high();
  }

  @Test
  void findsAKneeBeyondWhichLatencyGrowsExponentially() {
    assertThat(
            count(
                seed -> SyntheticLoadTest.linear(seed).withExponentialKneeAt(50),
                host -> host.knee().filter(k -> Math.abs(k.cpu().value() - 50) <= 3).isPresent()))
        .isGreaterThanOrEqualTo(MOST);
  }

  @Test
  void inventsNoKneeWhereLatencyIsEven() {
    assertThat(
            count(
                seed -> SyntheticLoadTest.linear(seed).outliers(0.05).withoutKnee(),
                host -> host.knee().isEmpty()))
        .isGreaterThanOrEqualTo(198);
  }

  @ParameterizedTest
  @CsvSource({"60, 1, 0, 0", "120, 1, 0, 0.05", "120, 0.3, 0.03, 0", "30, 2, 0, 0"})
  void callsALinearHostLinear(int rows, double noise, double share, double outliers) {
    assertThat(
            count(
                seed ->
                    SyntheticLoadTest.linear(seed)
                        .rows(rows, 110_000)
                        .noise(noise, share)
                        .outliers(outliers)
                        .withoutLatency(),
                HostProfilerSeedsTest::isLinear))
        .isGreaterThanOrEqualTo(MOST);
  }

  @Test
  void callsAHostNonLinearWhoseRequestsCostMoreTheMoreThereAre() {
    assertThat(
            count(
                seed ->
                    SyntheticLoadTest.of(seed, rpm -> 2 + 0.4 * rpm / 1e3 + 0.003 * rpm * rpm / 1e6)
                        .rows(60, 110_000)
                        .withoutLatency(),
                host -> !isLinear(host)))
        .isGreaterThanOrEqualTo(MOST);
  }

  @Test
  void callsAHostNonLinearWhoseRequestsCostLessTheMoreThereAreDespiteOutliersAndNoise() {
    assertThat(
            count(
                seed ->
                    SyntheticLoadTest.of(seed, rpm -> 7 * Math.sqrt(rpm / 1e3))
                        .noise(0.3, 0.03)
                        .outliers(0.05)
                        .withoutLatency(),
                host -> !isLinear(host)))
        .isGreaterThanOrEqualTo(MOST);
  }
}
