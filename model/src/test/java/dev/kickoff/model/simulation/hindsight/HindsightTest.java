package dev.kickoff.model.simulation.hindsight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.Costs;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import dev.kickoff.model.simulation.hindsight.Hindsight.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HindsightTest {
  private static final Instant NOON = Instant.parse("2026-06-19T12:00:00Z");
  private static final GroupSettings GROUP =
      new GroupSettings(
          "web-asg",
          new Service("web"),
          new HostProfile(1_000),
          LeadTime.constant(Duration.ofMinutes(3)),
          new GroupSize(1, 50, 4),
          ControlMode.FORECAST_ONLY,
          ReleaseMode.FLOOR);

  /** Two hours of four hosts; from the first hour on demand needs ten for half an hour. */
  private static Hindsight day(int decidedFrom) {
    List<LivedMinute> minutes = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      boolean peak = i >= 60 && i < 90;
      minutes.add(
          new LivedMinute(
              NOON.plus(Duration.ofMinutes(i)),
              OptionalDouble.of(peak ? 10_000 : 4_000),
              4,
              4,
              OptionalInt.of(i >= decidedFrom ? 10 : 4)));
    }
    return new Hindsight(GROUP, new Costs(0.1, 5), minutes);
  }

  @Test
  void tellsTheMinutesThatWereShortAndTheStretchesTheyCameIn() {
    Tally was = day(50).asItWas();
    assertThat(was.score().underMinutes()).isEqualTo(30);
    assertThat(was.breaches()).isEqualTo(1);
    assertThat(was.score().hostHours()).isEqualTo(8);
  }

  @Test
  void floorsThatWereDecidedALeadTimeAheadWouldHaveSparedTheBreach() {
    Tally acting = day(50).withDecidedFloors(Duration.ofMinutes(3));
    assertThat(acting.score().underMinutes()).isZero();
    assertThat(acting.breaches()).isZero();
    assertThat(acting.score().hostHours()).isEqualTo(8 + 70 * 6 / 60.0);
  }

  @Test
  void floorsThatWereDecidedLateWouldHaveLeftTheLeadTimeShort() {
    Tally acting = day(60).withDecidedFloors(Duration.ofMinutes(3));
    assertThat(acting.score().underMinutes()).isEqualTo(3);
    assertThat(acting.breaches()).isEqualTo(1);
  }

  @Test
  void targetTrackingFollowsAPeakAndIsLateForIt() {
    ReactiveSettings settings =
        new ReactiveSettings(0.9, Duration.ofMinutes(3), Duration.ofMinutes(15));
    Tally alone = day(50).underTracking(settings, List.of("a", "b"));
    assertThat(alone.score().underMinutes()).isBetween(4L, 15L);
    assertThat(alone.breaches()).isEqualTo(1);
    assertThat(alone.score().hostHours()).isGreaterThan(8);
  }
}
