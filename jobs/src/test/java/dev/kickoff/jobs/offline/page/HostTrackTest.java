package dev.kickoff.jobs.offline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostTrackTest {
  private static final Instant FROM = Instant.parse("2026-06-20T00:00:00Z");

  private static HostTrack track(int minutes, int shortAt) {
    HostTrack track = new HostTrack(FROM, FROM.plus(Duration.ofMinutes(minutes)));
    for (int i = 0; i < minutes; i++) {
      track.add(FROM.plus(Duration.ofMinutes(i)), Optional.of(i == shortAt ? 9 : 4), 6);
    }
    return track;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 59, 1500, 1501, 8640, 100_000})
  void keepsTheOneShortMinuteOfAnySpanInFewPoints(int minutes) {
    HostTrack track = track(minutes, minutes / 2);

    assertThat(track.points()).hasSizeBetween(1, HostTrack.MOST_POINTS);
    assertThat(track.points().stream().filter(p -> p.shortMinutes() == 1))
        .singleElement()
        .satisfies(p -> assertThat(p.mostRequired()).hasValue(9))
        .satisfies(p -> assertThat(p.leastInService()).isEqualTo(6));
    assertThat(track.shortMinutes()).isEqualTo(1);
    assertThat(track.top()).isEqualTo(9);
  }

  @Test
  void isAsFineAsTheMinutesWhereTheyFit() {
    assertThat(track(1500, 0).step()).isEqualTo(Duration.ofMinutes(1));
    assertThat(track(1501, 0).step()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void leavesAGapAGap() {
    HostTrack track = new HostTrack(FROM, FROM.plus(Duration.ofMinutes(2)));
    track.add(FROM, Optional.empty(), 6);
    track.add(FROM.plus(Duration.ofMinutes(1)), Optional.of(7), 6);

    assertThat(track.points().get(0).mostRequired()).isEmpty();
    assertThat(track.points().get(0).shortMinutes()).isZero();
    assertThat(track.shortMinutes()).isEqualTo(1);
  }
}
