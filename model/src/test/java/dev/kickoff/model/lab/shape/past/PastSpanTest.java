package dev.kickoff.model.lab.shape.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PastSpanTest {
  private static final Instant START = Instant.parse("2026-06-20T20:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Ten minutes of 0, 10, 20, …, without those named. */
  private static DemandSeries demand(int... gaps) {
    DemandSeries.Builder series = DemandSeries.builder(START, MINUTE);
    for (int i = 0; i < 10; i++) {
      int minute = i;
      if (Arrays.stream(gaps).noneMatch(gap -> gap == minute)) {
        series.set(i, 10.0 * i);
      }
    }
    return series.extendTo(START.plus(MINUTE.multipliedBy(10))).build();
  }

  private static PastSpan span(DemandSeries demand, int from, int until) {
    return PastSpan.of(
        demand, START.plus(MINUTE.multipliedBy(from)), START.plus(MINUTE.multipliedBy(until)));
  }

  @Test
  void aSpanIsPlayedAsItWasAndItsLastStepToItsEnd() {
    PastSpan span = span(demand(), 2, 5);
    assertThat(span.curve().values()).containsExactly(20, 30, 40, 40);
    assertThat(span.curve().span()).isEqualTo(Duration.ofMinutes(3));
    assertThat(span.bridged()).isZero();
  }

  @Test
  void aFewStepsThatNobodyKnowsAreBridgedAndCounted() {
    PastSpan span = span(demand(3, 4), 0, 10);
    assertThat(span.curve().at(3)).isEqualTo(30);
    assertThat(span.curve().at(4)).isEqualTo(40);
    assertThat(span.bridged()).isEqualTo(2);
  }

  @Test
  void aSpanThatIsNotKnownWellEnoughIsRefused() {
    assertThatThrownBy(() -> span(demand(2), 2, 5))
        .hasMessage("the demand at 2026-06-20T20:02:00Z is not known: begin and end where it is");
    assertThatThrownBy(() -> span(demand(3), 2, 5))
        .hasMessage(
            "of the 3 steps from 2026-06-20T20:02:00Z only 2 are known: choose a span with fewer"
                + " gaps");
    assertThatThrownBy(() -> span(demand(), 2, 11)).hasMessageContaining("is not all within");
  }

  @Test
  void countsAndRatesPerSecondBecomeRequestsPerMinuteAndGapsStayGaps() {
    DemandSeries counts = demand(3).resample(Duration.ofMinutes(2), true);
    assertThat(Rates.of(counts, DemandUnit.COUNT).value(0)).isEqualTo(5);
    assertThat(Rates.of(counts, DemandUnit.COUNT).isPresent(1)).isFalse();
    assertThat(Rates.of(demand(), DemandUnit.RPS).value(2)).isEqualTo(1200);
  }
}
