package dev.kickoff.model.forecast.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.Demands;
import dev.kickoff.model.forecast.track.LocalClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

class SpikesTest {
  private static final Instant AT = Demands.START.plus(Duration.ofDays(9)).plusSeconds(36_000);

  private static DemandSeries series(LongToDoubleFunction factor) {
    Random random = new Random(5);
    return Demands.series(
        Demands.FIVE,
        Duration.ofDays(10),
        at ->
            Demands.usual(at)
                * Math.exp(0.05 * random.nextGaussian())
                * factor.applyAsDouble(at - AT.toEpochMilli()));
  }

  private static DemandSeries clipped(DemandSeries series, Event... events) {
    return Spikes.clipped(
        series, new LocalClock(ZoneOffset.UTC), EventCalendar.of(List.of(events)));
  }

  @Test
  void clipsASpikeUpAndDownAndNothingElse() {
    DemandSeries series = series(ms -> ms == 0 ? 10 : ms == -3_600_000 ? 0 : 1);

    DemandSeries clipped = clipped(series);

    assertThat(clipped.at(AT).orElseThrow())
        .isBetween(1.2 * Demands.usual(AT.toEpochMilli()), 3 * Demands.usual(AT.toEpochMilli()));
    assertThat(clipped.at(AT.minusSeconds(3600)).orElseThrow()).isGreaterThan(200);
    for (int i = 0; i < series.size(); i++) {
      Instant at = series.timeAt(i);
      if (!at.equals(AT) && !at.equals(AT.minusSeconds(3600))) {
        assertThat(clipped.value(i)).isEqualTo(series.value(i));
      }
    }
  }

  @Test
  void leavesWhatComesEveryDayAlone() {
    DemandSeries daily = series(ms -> Math.floorMod(ms, 86_400_000L) == 0 ? 4 : 1);

    assertThat(clipped(daily).at(AT)).isEqualTo(daily.at(AT));
  }

  @Test
  void leavesEventsAlone() {
    DemandSeries series = series(ms -> ms == 0 ? 10 : 1);

    assertThat(clipped(series, Demands.match("m", AT))).isSameAs(series);
  }
}
