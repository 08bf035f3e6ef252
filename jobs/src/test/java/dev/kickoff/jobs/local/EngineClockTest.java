package dev.kickoff.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EngineClockTest {
  private static final Instant START = Instant.parse("1998-06-23T12:00:00Z");
  private final AtomicLong nanos = new AtomicLong();
  private final EngineClock clock = new EngineClock(START, 120, nanos::get);

  private void wallSeconds(double seconds) {
    nanos.addAndGet((long) (seconds * 1e9));
  }

  @Test
  void standsStillUntilTheFirstForecast() {
    wallSeconds(5);
    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void runsAtItsSpeedButNeverTwoMinutesAheadOfTheForecasts() {
    AtomicReference<Optional<Instant>> reached =
        new AtomicReference<>(Optional.of(START.plusSeconds(600)));
    clock.leash(reached::get);
    wallSeconds(1);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(120));
    wallSeconds(100);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(720));
    reached.set(Optional.of(START.plusSeconds(6000)));
    wallSeconds(1);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(840));
  }

  @Test
  void neverRunsBackwardsWhenTheLeashShortens() {
    AtomicReference<Optional<Instant>> reached =
        new AtomicReference<>(Optional.of(START.plusSeconds(600)));
    clock.leash(reached::get);
    wallSeconds(2);
    Instant before = clock.instant();
    reached.set(Optional.empty());
    wallSeconds(2);
    assertThat(clock.instant()).isEqualTo(before);
  }

  @Test
  void standsStillForGoodOnceStopped() {
    clock.leash(() -> Optional.of(START.plusSeconds(6000)));
    wallSeconds(1);
    clock.stop();
    Instant stoppedAt = clock.instant();
    wallSeconds(10);
    assertThat(clock.instant()).isEqualTo(stoppedAt);
  }

  @Test
  void refusesASpeedThatGoesNowhere() {
    assertThatThrownBy(() -> new EngineClock(START, 0))
        .hasMessage("speed 0.0 must be greater than zero");
  }
}
