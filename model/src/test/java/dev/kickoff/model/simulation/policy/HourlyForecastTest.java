package dev.kickoff.model.simulation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.demand.DemandSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class HourlyForecastTest {
  private static final Instant NOW = Scenes.NOON;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Demand by the hour counted from now, negative ones before it. */
  private static DemandSeries hours(int before, IntToDoubleFunction demand) {
    DemandSeries.Builder minutes =
        DemandSeries.builder(NOW.minus(Duration.ofHours(before)), MINUTE);
    for (int i = -60 * before; i < 60 * 48; i++) {
      minutes.set(NOW.plus(MINUTE.multipliedBy(i)), demand.applyAsDouble(Math.floorDiv(i, 60)));
    }
    return minutes.build();
  }

  private static double said(DemandSeries demand, int hour) {
    return HourlyForecast.of(demand, NOW).orElseThrow().meanAt(NOW.plus(Duration.ofHours(hour)));
  }

  @Test
  void needsADayOfHistory() {
    assertThat(HourlyForecast.of(hours(23, h -> 100), NOW)).isEmpty();
    assertThat(HourlyForecast.of(hours(24, h -> 100), NOW)).isPresent();
  }

  @Test
  void repeatsTheHourOfTheWeekWhereOneIsKnown() {
    DemandSeries demand = hours(14 * 24, h -> 100 + Math.floorMod(h, 168));
    assertThat(said(demand, 30)).isCloseTo(130, within(1e-9));
  }

  @Test
  void repeatsTheHourOfTheDayInTheFirstWeek() {
    DemandSeries demand = hours(3 * 24, h -> 100 + Math.floorMod(h, 24));
    assertThat(said(demand, 30)).isCloseTo(106, within(1e-9));
  }

  @Test
  void followsTheLevelOfTheLastDayWithinTwice() {
    assertThat(said(hours(14 * 24, h -> h >= -24 ? 130 : 100), 5)).isCloseTo(130, within(1e-9));
    assertThat(said(hours(14 * 24, h -> h >= -24 ? 900 : 100), 5)).isCloseTo(200, within(1e-9));
    assertThat(said(hours(14 * 24, h -> h >= -24 ? 1 : 100), 5)).isCloseTo(50, within(1e-9));
  }

  @Test
  void seesNothingThatIsStillToCome() {
    DemandSeries quiet = hours(14 * 24, h -> 100);
    DemandSeries loud = hours(14 * 24, h -> h < 0 ? 100 : 5000);
    assertThat(said(loud, 20)).isEqualTo(said(quiet, 20));
  }

  @Test
  void looksBackFourteenDaysOnly() {
    assertThat(said(hours(30 * 24, h -> h < -14 * 24 ? 9000 : 100), 5))
        .isCloseTo(100, within(1e-9));
  }
}
