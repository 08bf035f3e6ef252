package dev.kickoff.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.ScaleReceipt;
import dev.kickoff.model.fleet.ScaleRequest;
import dev.kickoff.model.simulation.group.GroupShape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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

  @Test
  default void describesSizesHostsAndZonesAsOfNow() {
    pass(Duration.ofMinutes(1));
    assertThat(fleet().describe("web"))
        .isEqualTo(
            new FleetState(
                "web",
                START.plus(Duration.ofMinutes(1)),
                SIZE,
                10,
                0,
                Map.of("a", 4, "b", 3, "c", 3)));
  }

  @Test
  default void aFloorAboveTheDesiredCapacityLaunchesHostsThatServeAfterTheBoot() {
    ScaleReceipt receipt = scale(16, OptionalInt.empty());
    assertThat(receipt.requestId()).isNotBlank();
    assertThat(receipt.readBack().size()).isEqualTo(new GroupSize(16, 40, 16));
    assertThat(receipt.readBack().pending()).isEqualTo(6);
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
  default void askingTwiceIsAskingOnce() {
    scale(16, OptionalInt.empty());
    pass(Duration.ofMinutes(5));
    FleetState again = scale(16, OptionalInt.empty()).readBack();
    assertThat(again.pending()).isEqualTo(6);
    pass(Duration.ofMinutes(5));
    assertThat(fleet().describe("web").inService()).isEqualTo(16);
  }

  @Test
  default void aFloorAboveTheCeilingIsRefusedAndChangesNothing() {
    assertFails(
        () -> scale(41, OptionalInt.empty()),
        FleetException.Kind.REFUSED,
        "Max bound, 40, must be greater than or equal to min bound, 41");
    assertThat(fleet().describe("web").size()).isEqualTo(SIZE);
  }

  @Test
  default void aDesiredCapacityAboveTheCeilingIsRefusedAndChangesNothing() {
    assertFails(
        () -> scale(5, OptionalInt.of(41)),
        FleetException.Kind.REFUSED,
        "Desired capacity:41 must be between the specified min size:5 and max size:40");
    assertThat(fleet().describe("web").size()).isEqualTo(SIZE);
  }

  @Test
  default void aGroupThatIsNotThereIsAMatterOfConfiguration() {
    assertFails(
        () -> fleet().describe("wbe"),
        FleetException.Kind.MISCONFIGURED,
        "no Auto Scaling group 'wbe' in ");
    assertFails(
        () -> fleet().scale(new ScaleRequest("wbe", 2, OptionalInt.empty())),
        FleetException.Kind.MISCONFIGURED,
        "no Auto Scaling group 'wbe' in ");
  }

  private ScaleReceipt scale(int min, OptionalInt desired) {
    return fleet().scale(new ScaleRequest("web", min, desired));
  }

  private static void assertFails(ThrowingCallable call, FleetException.Kind kind, String text) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FleetException.class, failure -> assertThat(failure.kind()).isEqualTo(kind))
        .hasMessageContaining(text);
  }
}
