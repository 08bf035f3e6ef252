package dev.kickoff.model.forecast.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.demand.DemandMasks;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandSignals;
import dev.kickoff.model.forecast.Demands;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignalMasksTest {
  private static final Instant FROM = Demands.START.plus(Duration.ofHours(30));
  private static final Instant UNTIL = FROM.plus(Duration.ofMinutes(30));

  private static DemandSeries minutes(double before, double during) {
    return Demands.series(
        Duration.ofMinutes(1),
        Duration.ofHours(48),
        at -> at >= FROM.toEpochMilli() && at < UNTIL.toEpochMilli() ? during : before);
  }

  private static DemandSignals signals(DemandSeries errors, DemandSeries latency) {
    return new DemandSignals(Optional.of(errors), Optional.of(latency));
  }

  @Test
  void hidesDemandThatFallsWhileErrorsAndLatencyAreHigh() {
    DemandSeries demand = minutes(600, 450);

    DemandMasks masks = SignalMasks.of(demand, signals(minutes(0.01, 0.2), minutes(120, 900)));

    DemandSeries left = masks.hide(demand);
    assertThat(demand.known() - left.known()).isEqualTo(30);
    assertThat(left.at(FROM)).isEmpty();
    assertThat(left.at(UNTIL)).isPresent();
    assertThat(masks.all().get(0).reason())
        .isEqualTo("20 % errors, latency 900.0 ms, and demand fell");
  }

  @Test
  void knowsEachStretchOnlyWhenItHasEnded() {
    DemandMasks masks =
        SignalMasks.of(minutes(600, 450), signals(minutes(0.01, 0.2), minutes(120, 900)));

    assertThat(masks.asKnownAt(FROM).all()).isEmpty();
    assertThat(masks.asKnownAt(FROM.plus(Duration.ofMinutes(12))).all()).hasSize(2);
  }

  @Test
  void leavesErrorsAloneUnderWhichDemandDoesNotFallAndFallsWithoutErrors() {
    assertThat(
            SignalMasks.of(minutes(600, 700), signals(minutes(0.01, 0.6), minutes(120, 900))).all())
        .isEmpty();
    assertThat(
            SignalMasks.of(minutes(600, 100), signals(minutes(0.01, 0.01), minutes(120, 120)))
                .all())
        .isEmpty();
    assertThat(SignalMasks.of(minutes(600, 100), DemandSignals.none()).all()).isEmpty();
  }
}
