package dev.kickoff.model.simulation.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortfallBoundTest {
  private static List<DayShortfall> days(int days, long exceededEach) {
    return Collections.nCopies(days, new DayShortfall(1440, exceededEach));
  }

  /** Tables of exact one-sided 95 % limits: 1 - 0.05^(1/n) without hits, and Beta quantiles. */
  @ParameterizedTest
  @CsvSource({"0,59,0.04950", "0,10,0.25887", "1,10,0.39416", "5,100,0.10225", "10,10,1"})
  void theBinomialBoundIsExact(double hits, double trials, double upper) {
    assertThat(ShortfallBound.clopperPearson(hits, trials)).isCloseTo(upper, within(1e-4));
  }

  @Test
  void daysWithoutAnyExceedanceStillProveOnlySoMuch() {
    ShortfallBound month = ShortfallBound.of(days(28, 0));
    ShortfallBound fortnight = ShortfallBound.of(days(14, 0));
    assertThat(month.upper()).isBetween(0.0045, 0.005);
    assertThat(fortnight.upper()).isGreaterThan(1.9 * month.upper());
  }

  @Test
  void oneDayOfMissesWeighsMoreThanAsManySpreadOverAll() {
    List<DayShortfall> burst = new ArrayList<>(days(27, 0));
    burst.add(new DayShortfall(1440, 280));
    ShortfallBound together = ShortfallBound.of(burst);
    ShortfallBound spread = ShortfallBound.of(days(28, 10));
    assertThat(together.share()).isEqualTo(spread.share());
    assertThat(together.upper()).isGreaterThan(1.5 * spread.upper());
    assertThat(together.effectiveMinutes()).isLessThan(spread.effectiveMinutes());
  }

  @Test
  void aSingleDayProvesNothing() {
    assertThat(ShortfallBound.of(days(1, 0)).upper()).isEqualTo(1);
    assertThat(ShortfallBound.of(List.of()).upper()).isEqualTo(1);
    List<DayShortfall> padded = List.of(new DayShortfall(1440, 3), new DayShortfall(0, 0));
    assertThat(ShortfallBound.of(padded).upper()).isEqualTo(1);
  }

  /**
   * Misses come in surges of an hour: three in four weeks on average, each half exceeded, a true
   * share of 0.22 %. The bound must be above it in 95 of 100 worlds.
   */
  @Test
  void theBoundCoversTheTruthInAtLeast95Of100WorldsOfSurgesSeed7() {
    Random random = new Random(7);
    double truth = 3.0 / 28 * 30 / 1440;
    int covered = 0;
    int worlds = 2000;
    for (int world = 0; world < worlds; world++) {
      List<DayShortfall> days = new ArrayList<>();
      for (int day = 0; day < 28; day++) {
        days.add(new DayShortfall(1440, random.nextDouble() < 3.0 / 28 ? 30 : 0));
      }
      covered += ShortfallBound.of(days).upper() >= truth ? 1 : 0;
    }
    assertThat(covered).isGreaterThanOrEqualTo(worlds * 95 / 100);
  }
}
