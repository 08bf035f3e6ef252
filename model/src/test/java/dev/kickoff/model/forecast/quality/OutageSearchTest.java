package dev.kickoff.model.forecast.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandMask;
import dev.kickoff.model.demand.DemandMask.Kind;
import dev.kickoff.model.demand.DemandMasks;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.Demands;
import dev.kickoff.model.forecast.track.LocalClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageSearchTest {
  private static final LocalClock UTC = new LocalClock(ZoneOffset.UTC);
  private static final Duration THREE_WEEKS = Duration.ofDays(21);
  private static final Instant NOON = Demands.START.plus(Duration.ofDays(17)).plusSeconds(43_200);

  private static Learnable learnable(DemandSeries series, List<Event> events) {
    EventCalendar calendar = EventCalendar.of(events);
    return Learnable.of(series, new Learnable.Hints(UTC, calendar, DemandMasks.none()));
  }

  private static DemandSeries week(long seed, DoubleUnaryOperator factorByMinutesFromNoon) {
    Random random = new Random(seed);
    long noon = NOON.toEpochMilli();
    return Demands.series(
        Demands.FIVE,
        THREE_WEEKS,
        at ->
            Demands.usual(at)
                * Math.exp(0.05 * random.nextGaussian())
                * factorByMinutesFromNoon.applyAsDouble((at - noon) / 60_000.0));
  }

  private static List<Kind> kinds(Learnable learnable) {
    return learnable.masks().all().stream().map(DemandMask::kind).toList();
  }

  @ParameterizedTest
  @CsvSource({"0, 20", "0.1, 20", "0, 60", "0.1, 60", "0, 180", "0.1, 180", "0.3, 180"})
  void masksAnOutageFromItsFirstStepToItsLast(double left, int minutes) {
    Learnable found = learnable(week(1, m -> m >= 0 && m < minutes ? left : 1), List.of());

    assertThat(kinds(found)).containsExactly(Kind.OUTAGE);
    DemandMask outage = found.masks().all().get(0);
    assertThat(outage.from()).isEqualTo(NOON);
    assertThat(outage.until()).isEqualTo(NOON.plus(Duration.ofMinutes(minutes)));
    assertThat(found.series().at(NOON)).isEmpty();
    assertThat(found.series().at(NOON.minusSeconds(1))).isPresent();
    assertThat(found.series().at(outage.until())).isPresent();
  }

  @Test
  void masksTheStormOfRetriesAfterAnOutageForAnHourAtMost() {
    Learnable found = learnable(week(2, m -> m < 0 ? 1 : m < 60 ? 0 : m < 160 ? 3 : 1), List.of());

    assertThat(kinds(found)).containsExactly(Kind.OUTAGE, Kind.RECOVERY);
    DemandMask storm = found.masks().all().get(1);
    assertThat(storm.from()).isEqualTo(NOON.plus(Duration.ofMinutes(60)));
    assertThat(storm.until()).isEqualTo(NOON.plus(Duration.ofMinutes(120)));
  }

  @Test
  void acceptsALowerLevelAsNewAfterADayAndHidesNothingOfIt() {
    DemandSeries series = week(3, m -> m < 0 ? 1 : 0.3);

    Learnable found = learnable(series, List.of());
    Learnable onTheSameDay = learnable(series.before(NOON.plus(Duration.ofHours(20))), List.of());

    assertThat(kinds(onTheSameDay)).containsExactly(Kind.OUTAGE);
    assertThat(kinds(found)).containsExactly(Kind.LEVEL_SHIFT);
    assertThat(found.series()).isSameAs(series);
  }

  @Test
  void takesSilenceOfADayAndAHalfForAnOutage() {
    Learnable found = learnable(week(4, m -> m >= 0 && m < 36 * 60 ? 0 : 1), List.of());

    assertThat(kinds(found)).containsExactly(Kind.OUTAGE);
    assertThat(found.masks().all().get(0).reason()).startsWith("almost no demand where about");
  }

  @Test
  void leavesAHolidayAloneWhoseDemandFallsOverTheMorning() {
    double half = 360;
    Learnable found =
        learnable(
            week(5, m -> Math.abs(m) > 720 ? 1 : 1 - 0.7 * Math.min(1, (720 - Math.abs(m)) / half)),
            List.of());

    assertThat(found.masks().all()).isEmpty();
  }

  @Test
  void leavesTheEndOfAnEventAloneAndFindsAnOutageWithinIt() {
    Event match = Demands.match("final", NOON);
    DemandSeries ends = week(6, m -> m >= 0 && m < 120 ? 4 : 1);
    DemandSeries breaks = week(6, m -> (m >= 0 && m < 120 ? 4 : 1) * (m >= 60 && m < 80 ? 0.1 : 1));

    assertThat(learnable(ends, List.of(match)).masks().all()).isEmpty();
    assertThat(learnable(ends, List.of()).masks().all()).isEmpty();
    Learnable found = learnable(breaks, List.of(match));
    assertThat(kinds(found)).containsExactly(Kind.OUTAGE);
    assertThat(found.masks().all().get(0).from()).isEqualTo(NOON.plus(Duration.ofMinutes(60)));
  }

  @Test
  void leavesClosedNightsAndWeekendsAlone() {
    Random random = new Random(7);
    DemandSeries office =
        Demands.series(
            Demands.FIVE,
            THREE_WEEKS,
            at -> {
              long day = at / 86_400_000L;
              double hour = at % 86_400_000L / 3_600_000.0;
              boolean closed = Math.floorMod(day + 3, 7L) >= 5 || hour < 8 || hour >= 18;
              return closed ? 0 : 500 * Math.exp(0.1 * random.nextGaussian());
            });

    assertThat(learnable(office.from(Demands.START), List.of()).masks().all()).isEmpty();
  }

  @Test
  void leavesAServiceWithAHandfulOfRequestsAlone() {
    Random random = new Random(8);
    DemandSeries few =
        Demands.series(
            Demands.FIVE,
            THREE_WEEKS,
            at -> {
              int count = 0;
              for (double time = 0; time < 1; time -= Math.log(random.nextDouble()) / 2) {
                count++;
              }
              return count - 1;
            });

    Learnable found = learnable(few, List.of());

    int hidden = few.known() - found.series().known();
    assertThat((double) hidden / few.known()).isLessThan(0.002);
  }

  @Test
  void seesNothingOfWhatComesLater() {
    DemandSeries series = week(9, m -> m >= 0 && m < 180 ? 0 : 1);
    for (int hours = 0; hours < 12; hours++) {
      Instant cutoff = NOON.plus(Duration.ofHours(hours));
      DemandSeries then = series.before(cutoff);

      Learnable found = learnable(then, List.of());

      assertThat(found.masks().all()).allMatch(mask -> !mask.until().isAfter(cutoff));
      assertThat(found.series().at(NOON).isEmpty()).isTrue();
    }
  }
}
