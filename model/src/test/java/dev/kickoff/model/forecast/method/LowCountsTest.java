package dev.kickoff.model.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.Demands;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowCountsTest {
  private static final Instant AT = Instant.parse("2026-03-10T12:00:00Z");

  private static DemandSeries poisson(long seed, double mean) {
    Random random = new Random(seed);
    return Demands.series(
        Duration.ofMinutes(10), Duration.ofDays(14), at -> drawn(mean, random.nextDouble()));
  }

  private static int drawn(double mean, double level) {
    return (int) LowCounts.quantile(level, mean);
  }

  private static List<ForecastStep> one(Duration length, Quantiles mean, Quantiles peak) {
    return List.of(new ForecastStep(AT, AT.plus(length), mean, peak));
  }

  @Test
  void quantilesAreThoseOfThePoissonTables() {
    assertThat(LowCounts.quantile(0.95, 2)).isEqualTo(5);
    assertThat(LowCounts.quantile(0.9, 4)).isEqualTo(7);
    assertThat(LowCounts.quantile(0.99, 0.5)).isEqualTo(3);
    assertThat(LowCounts.quantile(0.99, 0)).isZero();
    assertThat(LowCounts.quantile(0.95, 100)).isEqualTo(117);
  }

  @Test
  void noUpperQuantileLiesBelowThatOfACount() {
    Quantiles narrow = new Quantiles(2, 2.1, 2.2, 2.3);
    List<ForecastStep> steps = one(Duration.ofMinutes(1), narrow, narrow);
    LowCounts low = new LowCounts(true, 60_000);
    assertThat(low.under(steps).get(0).mean()).isEqualTo(new Quantiles(2, 4, 5, 6));
    assertThat(new LowCounts(false, 60_000).under(steps)).isEqualTo(steps);
  }

  @Test
  void averagesOfManyCountsScatterLessAndTheirHighestMore() {
    Quantiles narrow = new Quantiles(2, 2.1, 2.2, 2.3);
    Quantiles above = new Quantiles(3, 3, 3, 3);
    ForecastStep step =
        new LowCounts(true, 60_000).under(one(Duration.ofMinutes(10), narrow, above)).get(0);
    // Poisson with mean 20: 26, 28 and 31.
    assertThat(step.mean()).isEqualTo(new Quantiles(2, 2.6, 2.8, 3.1));
    assertThat(step.peak()).isEqualTo(new Quantiles(3, 6, 6, 8));
  }

  @Test
  void onlyWholeNumbersUnderFiveAreCounts() {
    assertThat(LowCounts.in(poisson(1, 2)).low()).isTrue();
    assertThat(LowCounts.in(poisson(1, 9)).low()).isFalse();
    assertThat(LowCounts.in(Demands.noisy(1, Duration.ofDays(1), List.of())).low()).isFalse();
    assertThat(LowCounts.in(DemandSeries.empty(AT, Duration.ofMinutes(1))).low()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, 0.8", "2, 2", "3, 4.2"})
  void coversLowCountsFromTheThirdDayOnAndIsNeverNarrowerThanACount(long seed, double mean) {
    DemandSeries counts = poisson(seed, mean);
    ForecastDesk desk = new ForecastDesk(Methods.inOrder(ZoneOffset.UTC));
    int covered = 0;
    int steps = 0;
    for (int cutoff = 0; cutoff < 36; cutoff++) {
      Instant at = Demands.START.plus(Duration.ofHours(48 + 7 * cutoff));
      ForecastRequest request =
          new ForecastRequest(
              at, counts.step(), Duration.ofHours(12), counts.before(at), EventCalendar.empty());
      for (ForecastStep step : desk.issue(new Service("web"), ForecastKind.FAR, request).steps()) {
        covered += counts.at(step.from()).orElseThrow() <= step.mean().p95() ? 1 : 0;
        assertThat(step.mean().p99())
            .isGreaterThanOrEqualTo(LowCounts.quantile(0.99, 0.9999 * step.mean().p50()));
        steps++;
      }
    }
    assertThat(covered / (double) steps).isBetween(0.93, 0.99);
  }
}
