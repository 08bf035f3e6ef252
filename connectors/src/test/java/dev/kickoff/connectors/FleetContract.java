package dev.kickoff.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupCondition;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.Launch;
import dev.kickoff.model.fleet.ScaleReceipt;
import dev.kickoff.model.fleet.ScaleRequest;
import dev.kickoff.model.simulation.group.GroupShape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every fleet must do, whatever stands behind it. */
interface FleetContract {
  Instant START = Instant.parse("1998-06-10T12:00:00Z");
  GroupSize SIZE = new GroupSize(2, 40, 10);
  GroupShape SHAPE = new GroupShape("web", Duration.ofMinutes(10), List.of("a", "b", "c"));

  /** The fleet under test: the group {@link #SHAPE} of {@link #SIZE}, new at {@link #START}. */
  Fleet fleet();

  /** Makes it an hour, a minute, a second later. */
  void pass(Duration time);

  /** In what the owner behind it is laxer than AWS. */
  default Set<Laxity> lax() {
    return Set.of();
  }

  /** Skips the test where the owner cannot keep what it asks. */
  default void needs(Laxity... strictness) {
    for (Laxity laxity : strictness) {
      assumeFalse(lax().contains(laxity), laxity.reason());
    }
  }

  @Test
  default void describesSizesAndHostsAsOfNow() {
    pass(Duration.ofMinutes(1));
    FleetState state = fleet().describe("web");
    assertThat(state.group()).isEqualTo("web");
    assertThat(state.observedAt()).isEqualTo(START.plus(Duration.ofMinutes(1)));
    assertThat(state.size()).isEqualTo(SIZE);
    assertThat(state.inService()).isEqualTo(10);
    assertThat(state.pending()).isZero();
  }

  @Test
  default void describesHostsByZone() {
    needs(Laxity.NAMES_ZONES_ITSELF);
    assertThat(fleet().describe("web").inServiceByZone()).isEqualTo(Map.of("a", 4, "b", 3, "c", 3));
  }

  @Test
  default void describesTheConditionOfAGroupAndTheOwnersTime() {
    GroupCondition condition = fleet().describe("web").condition().orElseThrow();
    assertThat(condition.suspended()).isEmpty();
    assertThat(condition.refreshing()).isFalse();
    assertThat(condition.warm()).isZero();
    assertThat(condition.ownersTime()).isPresent();
    needs(Laxity.LIVES_IN_WALL_TIME);
    assertThat(condition.ownersTime()).contains(START);
  }

  @Test
  default void aFloorAboveTheDesiredCapacityRaisesIt() {
    ScaleReceipt receipt = scale(16, OptionalInt.empty());
    assertThat(receipt.requestId()).isNotBlank();
    assertThat(receipt.readBack().size()).isEqualTo(new GroupSize(16, 40, 16));
  }

  @Test
  default void hostsThatAreLaunchedServeAfterTheBoot() {
    needs(Laxity.LIVES_IN_WALL_TIME);
    assertThat(scale(16, OptionalInt.empty()).readBack().pending()).isEqualTo(6);
    pass(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(fleet().describe("web").inService()).isEqualTo(10);
    pass(Duration.ofSeconds(1));
    assertThat(fleet().describe("web").inService()).isEqualTo(16);
    assertThat(fleet().describe("web").inServiceByZone()).isEqualTo(Map.of("a", 6, "b", 5, "c", 5));
  }

  @Test
  default void aLowerFloorTerminatesNothing() {
    scale(16, OptionalInt.empty());
    assertThat(scale(3, OptionalInt.empty()).readBack().size()).isEqualTo(new GroupSize(3, 40, 16));
  }

  @Test
  default void aDesiredCapacityThatIsAskedForIsSetAtOnce() {
    FleetState state = scale(4, OptionalInt.of(5)).readBack();
    assertThat(state.size()).isEqualTo(new GroupSize(4, 40, 5));
    assertThat(state.inService()).isEqualTo(5);
  }

  @Test
  default void aCeilingThatIsAskedForIsSetWithTheFloor() {
    ScaleRequest raise = new ScaleRequest("web", 50, OptionalInt.empty(), OptionalInt.of(60));
    assertThat(fleet().scale(raise).readBack().size()).isEqualTo(new GroupSize(50, 60, 50));
    assertThat(scale(3, OptionalInt.empty()).readBack().size().max()).isEqualTo(60);
  }

  @Test
  default void askingTwiceIsAskingOnce() {
    needs(Laxity.LIVES_IN_WALL_TIME);
    scale(16, OptionalInt.empty());
    pass(Duration.ofMinutes(5));
    FleetState again = scale(16, OptionalInt.empty()).readBack();
    assertThat(again.pending()).isEqualTo(6);
    pass(Duration.ofMinutes(5));
    assertThat(fleet().describe("web").inService()).isEqualTo(16);
  }

  @Test
  default void aFloorAboveTheCeilingIsRefusedAndChangesNothing() {
    needs(Laxity.ACCEPTS_SIZES_THAT_CONTRADICT);
    assertFails(
        () -> scale(41, OptionalInt.empty()),
        FleetException.Kind.REFUSED,
        "Max bound, 40, must be greater than or equal to min bound, 41");
    assertThat(fleet().describe("web").size()).isEqualTo(SIZE);
  }

  @Test
  default void aDesiredCapacityAboveTheCeilingIsRefusedAndChangesNothing() {
    needs(Laxity.ACCEPTS_SIZES_THAT_CONTRADICT);
    assertFails(
        () -> scale(5, OptionalInt.of(41)),
        FleetException.Kind.REFUSED,
        "Desired capacity:41 must be between the specified min size:5 and max size:40");
    assertThat(fleet().describe("web").size()).isEqualTo(SIZE);
  }

  @Test
  default void aGroupThatIsNotThereIsAMatterOfConfiguration() {
    assertMissing(() -> fleet().describe("wbe"));
    assertMissing(() -> fleet().scale(new ScaleRequest("wbe", 2, OptionalInt.empty())));
    assertMissing(() -> fleet().launchesSince("wbe", START));
  }

  @Test
  default void launchesAreToldWithTheirZoneAndWhenTheyServed() {
    needs(Laxity.RECORDS_NO_ACTIVITIES);
    pass(Duration.ofMinutes(1));
    Instant askedAt = START.plus(Duration.ofMinutes(1));
    scale(13, OptionalInt.empty());
    assertThat(fleet().launchesSince("web", askedAt))
        .hasSize(3)
        .allSatisfy(
            launch -> {
              assertThat(launch.askedAt()).isEqualTo(askedAt);
              assertThat(launch.inServiceAt()).isEmpty();
              assertThat(launch.refusal()).isEmpty();
            })
        .extracting(launch -> launch.zone().orElseThrow())
        .containsExactlyInAnyOrder("a", "b", "c");
    pass(Duration.ofMinutes(10));
    assertThat(fleet().launchesSince("web", askedAt))
        .extracting(launch -> launch.inServiceAt().orElseThrow())
        .containsOnly(askedAt.plus(Duration.ofMinutes(10)));
    assertThat(fleet().launchesSince("web", askedAt.plusSeconds(1))).isEmpty();
  }

  @Test
  default void launchesAreToldOldestFirst() {
    needs(Laxity.RECORDS_NO_ACTIVITIES);
    pass(Duration.ofMinutes(1));
    scale(11, OptionalInt.empty());
    pass(Duration.ofMinutes(1));
    scale(12, OptionalInt.empty());
    assertThat(fleet().launchesSince("web", START.plus(Duration.ofMinutes(1))))
        .extracting(Launch::askedAt)
        .containsExactly(START.plus(Duration.ofMinutes(1)), START.plus(Duration.ofMinutes(2)));
  }

  @Test
  default void marksAreFoundOnTheGroupAndReplaced() {
    fleet().mark("web", Map.of("kickoff:owner", "me", "kickoff:generation", "7"));
    fleet().mark("web", Map.of("kickoff:generation", "8", "team", "shop"));
    assertThat(fleet().describe("web").condition().orElseThrow().tags())
        .isEqualTo(Map.of("kickoff:owner", "me", "kickoff:generation", "8"));
  }

  private ScaleReceipt scale(int min, OptionalInt desired) {
    return fleet().scale(new ScaleRequest("web", min, desired));
  }

  private static void assertMissing(ThrowingCallable call) {
    assertFails(call, FleetException.Kind.MISCONFIGURED, "no Auto Scaling group 'wbe' in ");
  }

  static void assertFails(ThrowingCallable call, FleetException.Kind kind, String text) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FleetException.class, failure -> assertThat(failure.kind()).isEqualTo(kind))
        .hasMessageContaining(text);
  }
}
