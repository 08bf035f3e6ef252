package dev.kickoff.model.demand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.demand.DemandMask.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemandMasksTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private static Instant minute(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  private static DemandMask mask(int from, int until, Kind kind) {
    return new DemandMask(minute(from), minute(until), kind, "why", minute(until));
  }

  private static DemandSeries series() {
    DemandSeries.Builder builder = DemandSeries.builder(START, Duration.ofMinutes(5));
    for (int i = 0; i < 20; i++) {
      builder.set(minute(5 * i), 10 + i);
    }
    return builder.build();
  }

  @Test
  void turnsEveryStepThatAMaskTouchesIntoAGapAndNeverIntoZero() {
    DemandSeries left =
        new DemandMasks(List.of(mask(7, 16, Kind.OUTAGE), mask(95, 200, Kind.OPERATOR)))
            .hide(series());

    assertThat(left.known()).isEqualTo(16);
    assertThat(left.isPresent(0)).isTrue();
    assertThat(left.isPresent(1)).isFalse();
    assertThat(left.isPresent(3)).isFalse();
    assertThat(left.isPresent(4)).isTrue();
    assertThat(left.isPresent(19)).isFalse();
    assertThat(left.size()).isEqualTo(20);
  }

  @Test
  void hidesNothingForALevelShift() {
    DemandSeries series = series();

    assertThat(new DemandMasks(List.of(mask(0, 50, Kind.LEVEL_SHIFT))).hide(series))
        .isSameAs(series);
  }

  @Test
  void knowsOnlyWhatWasKnown() {
    DemandMasks masks =
        new DemandMasks(List.of(mask(0, 10, Kind.OUTAGE), mask(5, 30, Kind.OUTAGE)));

    assertThat(masks.asKnownAt(minute(29)).all()).containsExactly(mask(0, 10, Kind.OUTAGE));
    assertThat(masks.asKnownAt(minute(30))).isSameAs(masks);
  }

  @Test
  void givesAServiceItsOwnMasksAndThoseOfEveryone() {
    DemandMasks all = new DemandMasks(List.of(mask(0, 10, Kind.LOAD_TEST)));
    DemandMasks own = new DemandMasks(List.of(mask(20, 30, Kind.OUTAGE)));
    ServiceMasks masks = new ServiceMasks(all, Map.of("web", own));

    assertThat(masks.of(new Service("web")).all()).hasSize(2);
    assertThat(masks.of(new Service("api"))).isEqualTo(all);
    assertThat(masks.and(masks).of(new Service("web")).all()).hasSize(4);
  }

  @Test
  void tellsHowFarDemandCanBeTrusted() {
    DemandMasks masks = new DemandMasks(List.of(mask(10, 20, Kind.UNIT_MISTAKE)));

    DemandQuality quality = DemandQuality.of(series(), masks, minute(125));

    assertThat(quality.coverage()).isEqualTo(0.8);
    assertThat(quality.staleness()).hasValue(Duration.ofMinutes(25));
    assertThat(quality.maskedShare()).isEqualTo(0.1);
    assertThat(quality.problems())
        .containsExactly("unit mistake from 2026-03-02T00:10:00Z to 2026-03-02T00:20:00Z: why");
    assertThat(quality.summary())
        .isEqualTo("80.0 % known, 10.00 % of it masked, last reading ended 25 min ago");
    DemandSeries nothing = DemandSeries.empty(START, Duration.ofMinutes(5));
    assertThat(DemandQuality.of(nothing, masks, minute(5)).summary())
        .isEqualTo("0.0 % known, 0.00 % of it masked, nothing known");
  }
}
