package dev.kickoff.model.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemandSeriesTest {
  private static final Instant START = Instant.parse("2026-06-10T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static DemandSeries series(int minutes, int... gaps) {
    DemandSeries.Builder builder = DemandSeries.builder(START, MINUTE);
    for (int i = 0; i < minutes; i++) {
      int step = i;
      if (java.util.Arrays.stream(gaps).noneMatch(g -> g == step)) {
        builder.set(START.plus(MINUTE.multipliedBy(i)), i);
      }
    }
    return builder.build();
  }

  @Test
  void aGapIsAbsentAndNeverZero() {
    DemandSeries series = series(5, 2);
    assertThat(series.isPresent(2)).isFalse();
    assertThat(series.at(START.plusSeconds(120))).isEmpty();
    assertThatThrownBy(() -> series.value(2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no demand is known at 2026-06-10T12:02:00Z");
  }

  @Test
  void cutsStrictlyBeforeTheCutoff() {
    DemandSeries series = series(5);
    assertThat(series.before(START.plusSeconds(120)).size()).isEqualTo(2);
    assertThat(series.before(START.plusSeconds(121)).size()).isEqualTo(3);
    assertThat(series.before(START.minusSeconds(1)).size()).isZero();
    assertThat(series.from(START.plusSeconds(61)).start()).isEqualTo(START.plusSeconds(120));
  }

  @Test
  void averagesOrSumsAndLeavesAGapWhereUnderFourFifthsAreKnown() {
    DemandSeries coarse = series(15, 5, 10, 11).resample(Duration.ofMinutes(5), false);
    assertThat(coarse.size()).isEqualTo(2);
    assertThat(coarse.value(0)).isEqualTo(2.0);
    assertThat(coarse.value(1)).isEqualTo(7.5);
    assertThat(series(5).resample(Duration.ofMinutes(5), true).value(0)).isEqualTo(10.0);
  }

  @Test
  void alignsCoarserStepsToTheEpoch() {
    DemandSeries.Builder builder = DemandSeries.builder(START.plusSeconds(180), MINUTE);
    for (int i = 0; i < 7; i++) {
      builder.set(START.plusSeconds(180 + 60L * i), 1);
    }
    DemandSeries coarse = builder.build().resample(Duration.ofMinutes(5), false);
    assertThat(coarse.start()).isEqualTo(START);
    assertThat(coarse.isPresent(0)).isFalse();
    assertThat(coarse.isPresent(1)).isTrue();
  }
}
