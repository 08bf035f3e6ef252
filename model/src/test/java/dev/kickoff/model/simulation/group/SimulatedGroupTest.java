package dev.kickoff.model.simulation.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedGroupTest {
  private static final Instant START = Instant.parse("1998-06-10T12:00:00Z");
  private static final GroupShape SHAPE =
      new GroupShape("web", Duration.ofMinutes(10), List.of("a", "b", "c"));

  private final SimulatedGroup group = new SimulatedGroup(SHAPE, new GroupSize(2, 40, 10), START);

  @Test
  void startsWithItsDesiredCapacityInServiceOverAllZones() {
    FleetState state = group.stateAt(START);
    assertThat(state.inService()).isEqualTo(10);
    assertThat(state.pending()).isZero();
    assertThat(state.inServiceByZone()).isEqualTo(Map.of("a", 4, "b", 3, "c", 3));
  }

  @Test
  void aHostAskedForServesAfterTheBootAndNotBefore() {
    group.setDesired(START, 14);
    Instant ready = START.plus(Duration.ofMinutes(10));
    assertThat(group.stateAt(ready.minusMillis(1)).inService()).isEqualTo(10);
    assertThat(group.stateAt(ready.minusMillis(1)).pending()).isEqualTo(4);
    assertThat(group.stateAt(ready).inService()).isEqualTo(14);
  }

  @Test
  void letsGoOfTheNewestLaunchesBeforeHostsThatServe() {
    group.setDesired(minute(0), 14);
    group.setDesired(minute(5), 20);
    group.setDesired(minute(6), 13);
    assertThat(group.stateAt(minute(6)).inService()).isEqualTo(10);
    assertThat(group.stateAt(minute(10)).inService()).isEqualTo(13);
    group.setDesired(minute(6), 9);
    assertThat(group.stateAt(minute(6)).inService()).isEqualTo(9);
    assertThat(group.stateAt(minute(60)).pending()).isZero();
  }

  @Test
  void aFloorAboveTheDesiredCapacityRaisesIt() {
    group.setMinimum(START, 12);
    assertThat(group.size()).isEqualTo(new GroupSize(12, 40, 12));
  }

  @Test
  void aLowerFloorTerminatesNothing() {
    group.setMinimum(START, 12);
    group.setMinimum(minute(1), 3);
    assertThat(group.size()).isEqualTo(new GroupSize(3, 40, 12));
  }

  @Test
  void aCeilingBelowTheDesiredCapacityLowersIt() {
    group.update(
        START, new SizeChange(OptionalInt.empty(), OptionalInt.of(7), OptionalInt.empty()));
    assertThat(group.size()).isEqualTo(new GroupSize(2, 7, 7));
  }

  @Test
  void sizesThatContradictEachOtherAreRefusedAsAwsSaysAndChangeNothing() {
    assertRefused(
        SizeChange.ofMin(41), "Max bound, 40, must be greater than or equal to min bound, 41");
    assertRefused(
        SizeChange.ofDesired(1),
        "Desired capacity:1 must be between the specified min size:2 and max size:40");
    assertRefused(
        SizeChange.ofDesired(41),
        "Desired capacity:41 must be between the specified min size:2 and max size:40");
    assertThat(group.size()).isEqualTo(new GroupSize(2, 40, 10));
  }

  private void assertRefused(SizeChange change, String message) {
    assertThatThrownBy(() -> group.update(START, change))
        .isInstanceOf(FleetException.class)
        .hasMessage(message)
        .extracting(error -> ((FleetException) error).kind())
        .isEqualTo(FleetException.Kind.REFUSED);
  }

  @Test
  void neverGivesAHostNumberTwice() {
    group.setDesired(START, 12);
    group.setDesired(minute(1), 10);
    group.setDesired(minute(2), 11);
    assertThat(group.hosts()).last().extracting(SimulatedHost::number).isEqualTo(12L);
  }

  @Test
  void itsTimeNeverGoesBack() {
    group.advanceTo(minute(5));
    group.setDesired(minute(1), 11);
    assertThat(group.stateAt(minute(14)).inService()).isEqualTo(10);
    assertThat(group.stateAt(minute(15)).inService()).isEqualTo(11);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void neverServesMoreThanAnIndependentRecountAllows(long seed) {
    Random random = new Random(seed);
    int boot = 1 + random.nextInt(15);
    SimulatedGroup walked =
        new SimulatedGroup(
            new GroupShape("web", Duration.ofMinutes(boot), List.of("a", "b")),
            new GroupSize(0, 60, 10),
            START);
    ServingRecount recount = new ServingRecount(boot, 10);
    for (int i = 0; i < 3_000; i++) {
      if (random.nextInt(3) == 0) {
        walked.setDesired(minute(i), random.nextInt(61));
      }
      FleetState state = walked.stateAt(minute(i));
      assertThat(state.inService()).isEqualTo(recount.serving(i, walked.size().desired()));
      assertThat(state.inService() + state.pending()).isEqualTo(walked.size().desired());
      if (random.nextInt(50) == 0) {
        walked = new SimulatedGroup(walked.shape(), walked.snapshot());
      }
    }
  }

  private static Instant minute(int i) {
    return START.plus(Duration.ofMinutes(i));
  }
}
