package dev.kickoff.model.forecast.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandMask;
import dev.kickoff.model.demand.DemandMask.Kind;
import dev.kickoff.model.demand.DemandMasks;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.Demands;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.forecast.track.LocalClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnableTest {
  private static final Learnable.Hints NO_HINTS = hints(DemandMasks.none());

  private static Learnable.Hints hints(DemandMasks told) {
    return new Learnable.Hints(new LocalClock(ZoneOffset.UTC), EventCalendar.empty(), told);
  }

  private static Instant hour(long hours) {
    return Demands.START.plus(Duration.ofHours(hours));
  }

  private static DemandMask loadTest(Instant from, Instant until) {
    return new DemandMask(from, until, Kind.LOAD_TEST, "load test", until);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void looksAgainAtTheLastDayOnlyAndFindsTheSame(long seed) {
    Random random = new Random(seed);
    long first = hour(24 * 15 + random.nextInt(48)).toEpochMilli();
    long length = (long) (Math.exp(5 * random.nextDouble()) * 900_000);
    DemandSeries series =
        Demands.series(
            Duration.ofMinutes(1),
            Duration.ofDays(20),
            at ->
                Demands.usual(at)
                    * Math.exp(0.05 * random.nextGaussian())
                    * (at >= first && at < first + length ? 0.05 : 1));
    Learnable early =
        Learnable.of(series.before(Instant.ofEpochMilli(first + 3_600_000)), NO_HINTS);

    for (int hours = 1; hours < 60; hours += 7) {
      DemandSeries grown = series.before(Instant.ofEpochMilli(first).plus(Duration.ofHours(hours)));
      Learnable later = early.findings().later(grown, NO_HINTS);
      Learnable afresh = Learnable.of(grown, NO_HINTS);

      assertThat(later.masks()).as("seed %d, %d h", seed, hours).isEqualTo(afresh.masks());
      early = later;
    }
  }

  @Test
  void hidesWhatItIsTold() {
    DemandSeries series = Demands.noisy(1, Duration.ofDays(3), List.of());
    DemandMask test = loadTest(hour(30), hour(31));

    Learnable learnable = Learnable.of(series, hints(new DemandMasks(List.of(test))));

    assertThat(learnable.masks().all()).containsExactly(test);
    assertThat(learnable.series().known()).isEqualTo(series.known() - 12);
    assertThat(learnable.series().at(hour(30))).isEmpty();
    assertThat(series.at(hour(30))).isPresent();
  }

  @Test
  void hidesNothingWhereNothingIsWrong() {
    DemandSeries series = Demands.noisy(2, Duration.ofDays(30), Demands.matches(30));

    Learnable learnable = Learnable.of(series, NO_HINTS);

    assertThat(learnable.masks().all()).isEmpty();
    assertThat(learnable.series()).isSameAs(series);
    assertThat(learnable.uneasyUntil(hour(24 * 30))).isEmpty();
  }

  @Test
  void isUneasyForTwoHoursAfterWhatWasMasked() {
    DemandSeries series = Demands.noisy(3, Duration.ofDays(3), List.of());
    DemandMasks told = new DemandMasks(List.of(loadTest(hour(30), hour(31))));
    Learnable learnable = Learnable.of(series, hints(told));

    assertThat(learnable.uneasyUntil(hour(30))).isEmpty();
    assertThat(learnable.uneasyUntil(hour(31).minusSeconds(60)))
        .hasValue(hour(33).minusSeconds(60));
    assertThat(learnable.uneasyUntil(hour(32))).hasValue(hour(33));
    assertThat(learnable.uneasyUntil(hour(33))).isEmpty();
  }

  @Test
  void isMoreCarefulWithTheUpperQuantilesOnly() {
    Quantiles usual = new Quantiles(100, 110, 121, 144);
    ForecastStep early = new ForecastStep(hour(0), hour(1), usual, usual);
    ForecastStep late = new ForecastStep(hour(1), hour(2), usual, usual);

    List<ForecastStep> careful = Caution.before(hour(1), List.of(early, late));

    assertThat(careful.get(1)).isEqualTo(late);
    assertThat(careful.get(0).mean().p50()).isEqualTo(100);
    assertThat(careful.get(0).mean().p99())
        .isEqualTo(172.8, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(careful.get(0).mean().p90()).isGreaterThan(110);
  }

  @Test
  void expectsALongOutageToLastAndPreparesForItsEnd() {
    Quantiles low = new Quantiles(1, 2, 3, 400);
    Quantiles high = new Quantiles(100, 110, 121, 144);
    ForecastStep seen = new ForecastStep(hour(0), hour(1), low, low);
    ForecastStep usual = new ForecastStep(hour(0), hour(1), high, high);

    assertThat(Caution.whileOut(hour(1), List.of(seen), List.of(usual)).get(0).mean())
        .isEqualTo(new Quantiles(1, 110, 121, 400));
    assertThat(Caution.whileOut(hour(0), List.of(seen), List.of(usual))).containsExactly(usual);
  }

  @Test
  void callsAnOutageLongAfterTwoHoursUntilItEnds() {
    DemandSeries out =
        Demands.series(
            Demands.FIVE,
            Duration.ofDays(10),
            at ->
                at >= hour(226).toEpochMilli() && at < hour(230).toEpochMilli()
                    ? 0
                    : Demands.usual(at));

    for (int minutes : new int[] {60, 115, 120, 235, 250, 400}) {
      Instant at = hour(226).plus(Duration.ofMinutes(minutes));
      boolean isLong = Learnable.of(out.before(at), NO_HINTS).isLongOut(at);
      assertThat(isLong).as("%d minutes", minutes).isEqualTo(minutes >= 120 && minutes < 250);
    }
  }
}
