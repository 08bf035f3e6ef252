package dev.kickoff.model.control.standby;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.GroupLimits;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.KnownPast;
import dev.kickoff.model.fleet.ScheduledSize;
import dev.kickoff.model.override.OverrideBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StandbyLaunchRateTest {
  private static final Instant MATCH = NOON.plus(Duration.ofHours(100));
  private static final GroupSettings PLAIN = Scenes.settings(ControlMode.FORECAST_AND_SCALE);

  private static int floorAt(Instant at, GroupSettings settings) {
    StandbyRequest request =
        new StandbyRequest(
            NOON,
            settings,
            10,
            400,
            Scenes.plan(NOON, 10),
            EventCalendar.of(List.of(Scenes.match("m", MATCH))),
            Optional.of(new KnownPast(NOON.minus(Duration.ofDays(9)), 150_000)),
            OverrideBook.empty());
    List<ScheduledSize> written =
        StandbyChange.between(List.of(), new StandbySchedule(request).target(), 3).put();
    return Staircase.scheduled(NOON, 10, written).at(at);
  }

  @Test
  void eventsBeyondThePlanAreAskedForEarlierWhereOnlyAFewHostsCanBeLaunchedAMinute() {
    GroupLimits twoAMinute =
        new GroupLimits(
            OptionalInt.empty(),
            OptionalInt.empty(),
            0,
            OptionalDouble.empty(),
            0,
            3,
            0.5,
            OptionalInt.of(2));
    Instant earlier = MATCH.minus(Duration.ofMinutes(42 + 69));
    assertThat(floorAt(earlier, PLAIN.within(twoAMinute))).isGreaterThanOrEqualTo(150);
    assertThat(floorAt(earlier, PLAIN)).isLessThan(150);
    assertThat(floorAt(MATCH.minus(Duration.ofMinutes(42)), PLAIN)).isGreaterThanOrEqualTo(150);
  }
}
