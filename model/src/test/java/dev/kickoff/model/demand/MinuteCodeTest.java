package dev.kickoff.model.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MinuteCodeTest {
  @Test
  void wholeNumbersUpTo2048AreExact() {
    for (int demand = 0; demand <= 2048; demand++) {
      assertThat(MinuteCode.rounded(demand)).isEqualTo(demand);
    }
  }

  @Test
  void anyOtherDemandIsWithinAHalfThousandth() {
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      double demand = Math.exp(-11 + 42 * random.nextDouble());
      assertThat(MinuteCode.rounded(demand) / demand).isCloseTo(1, within(0.0005));
    }
  }

  @Test
  void roundingTwiceChangesNothingAndKeepsOrder() {
    double before = 0;
    for (double demand = 1e-9; demand < 1e18; demand *= 1.0007) {
      double rounded = MinuteCode.rounded(demand);
      assertThat(MinuteCode.rounded(rounded)).isEqualTo(rounded);
      assertThat(rounded).isGreaterThanOrEqualTo(before);
      assertThat(MinuteCode.of(demand)).isNotEqualTo(MinuteCode.GAP);
      before = rounded;
    }
  }

  @Test
  void everyCodeStandsForADemandOfItsOwn() {
    for (char code = 0; code < MinuteCode.GAP; code++) {
      assertThat(MinuteCode.of(MinuteCode.value(code))).isEqualTo(code);
    }
  }

  @Test
  void gapsOfASeriesStayGaps() {
    Duration minute = Duration.ofMinutes(1);
    DemandSeries.Builder series = DemandSeries.builder(Instant.EPOCH, minute);
    series.set(0, 12_345.6).set(2, 7.25).extendTo(Instant.EPOCH.plusSeconds(300));
    DemandSeries rounded = MinuteCode.rounded(series.build());
    assertThat(rounded.size()).isEqualTo(5);
    assertThat(rounded.isPresent(1)).isFalse();
    assertThat(rounded.value(0)).isEqualTo(12_344);
    assertThat(rounded.value(2)).isEqualTo(7.25);
  }
}
