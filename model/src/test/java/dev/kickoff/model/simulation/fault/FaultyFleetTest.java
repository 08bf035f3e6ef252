package dev.kickoff.model.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.ScaleRequest;
import dev.kickoff.model.fleet.ScheduledSize;
import dev.kickoff.model.simulation.group.GroupShape;
import dev.kickoff.model.simulation.group.SimulatedFleet;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultyFleetTest {
  private static final Instant START = Instant.parse("1998-06-10T12:00:00Z");
  private static final Duration NONE = Duration.ZERO;

  private Instant now = START;
  private final SimulatedFleet inner =
      new SimulatedFleet(
          () -> now,
          List.of(
              new SimulatedGroup(
                  new GroupShape("web", Duration.ofMinutes(3), List.of("a", "b")),
                  new GroupSize(2, 40, 10),
                  START)));

  @Test
  void withoutFaultsItIsTheFleetItself() {
    FaultyFleet fleet = with(FleetFaults.NONE);
    assertThat(fleet.describe("web")).isEqualTo(inner.describe("web"));
    assertThat(fleet.scale(floor(12)).readBack()).isEqualTo(inner.describe("web"));
    assertThat(fleet.launchesSince("web", START)).hasSize(2);
    assertThat(now).isEqualTo(START);
  }

  @Test
  void theShareOfCallsThatIsThrottledDoesNothing() {
    FaultyFleet fleet = with(new FleetFaults(0.3, 0, 0, 0, NONE, NONE));
    int failed = 0;
    for (int i = 0; i < 1000; i++) {
      try {
        fleet.describe("web");
      } catch (FleetException e) {
        assertThat(e.kind()).isEqualTo(FleetException.Kind.TRANSIENT);
        failed++;
      }
    }
    assertThat(failed).isBetween(260, 340);
    FaultyFleet never = with(new FleetFaults(1, 0, 0, 0, NONE, NONE));
    assertFails(never, FleetException.Kind.TRANSIENT);
    assertThat(inner.describe("web").size().min()).isEqualTo(2);
  }

  @Test
  void aLostAnswerIsOfACallThatWasCarriedOut() {
    assertFails(with(new FleetFaults(0, 1, 0, 0, NONE, NONE)), FleetException.Kind.TRANSIENT);
    assertThat(inner.describe("web").size().min()).isEqualTo(12);
  }

  @Test
  void aRefusedChangeIsNotCarriedOutAndReadingIsNotRefused() {
    FaultyFleet fleet = with(new FleetFaults(0, 0, 1, 0, NONE, NONE));
    assertFails(fleet, FleetException.Kind.REFUSED);
    assertThat(fleet.describe("web").size().min()).isEqualTo(2);
  }

  @Test
  void anAnswerLaterThanTheTimeoutIsLostAfterIt() {
    FaultyFleet slow = with(new FleetFaults(0, 0, 0, 0, NONE, Duration.ofHours(1)));
    assertFails(slow, FleetException.Kind.TRANSIENT);
    assertThat(now).isEqualTo(START.plus(FaultyFleet.CALL_TIMEOUT));
    assertThat(inner.describe("web").size().min()).isEqualTo(12);
  }

  @Test
  void aStaleDescriptionShowsThePastAndDoesNotTell() {
    FaultyFleet fleet = with(new FleetFaults(0, 0, 0, 0, Duration.ofMinutes(1), NONE));
    fleet.describe("web");
    now = START.plusSeconds(60);
    inner.scale(floor(12));
    List<Integer> floors = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      assertThat(fleet.describe("web").observedAt()).isEqualTo(now);
      floors.add(fleet.describe("web").size().min());
      now = now.plusSeconds(3);
    }
    assertThat(floors).contains(2, 12);
    now = now.plusSeconds(61);
    assertThat(fleet.describe("web").size().min()).isEqualTo(12);
  }

  @Test
  void namesOfABatchAreRefusedOneByOneAndTheRestStands() {
    FleetSchedule schedule =
        with(new FleetFaults(0, 0, 0, 0.5, NONE, NONE)).schedule().orElseThrow();
    List<ScheduledSize> sizes =
        IntStream.range(0, 40)
            .mapToObj(i -> ScheduledSize.floor("s" + i, START.plusSeconds(60 + i), 3))
            .toList();
    Map<String, String> refused = schedule.put("web", sizes);
    assertThat(refused.size()).isBetween(10, 30);
    FleetSchedule real = inner.schedule().orElseThrow();
    assertThat(real.read("web")).hasSize(40 - refused.size());
    Set<String> standing = Set.copyOf(real.read("web").stream().map(ScheduledSize::name).toList());
    Map<String, String> kept = schedule.delete("web", standing);
    assertThat(real.read("web"))
        .extracting(ScheduledSize::name)
        .containsExactlyInAnyOrderElementsOf(kept.keySet());
    assertThat(kept).isNotEmpty().hasSizeLessThan(standing.size());
  }

  @Test
  void equalSeedsFailAlikeAndOthersOtherwise() {
    assertThat(fates(7)).isEqualTo(fates(7)).isNotEqualTo(fates(8));
  }

  private String fates(long seed) {
    FleetFaults half = new FleetFaults(0.3, 0.3, 0, 0, NONE, NONE);
    FaultyFleet fleet = new FaultyFleet(inner, VirtualTime.standing(() -> now), seed, at -> half);
    StringBuilder fates = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      try {
        fleet.describe("web");
        fates.append('.');
      } catch (FleetException e) {
        fates.append(String.valueOf(e.getMessage()).charAt(0));
      }
    }
    return fates.toString();
  }

  private FaultyFleet with(FleetFaults faults) {
    VirtualTime time = new VirtualTime(() -> now, takes -> now = now.plus(takes));
    return new FaultyFleet(inner, time, 1, at -> faults);
  }

  private static ScaleRequest floor(int min) {
    return new ScaleRequest("web", min, OptionalInt.empty());
  }

  private static void assertFails(FaultyFleet fleet, FleetException.Kind kind) {
    assertThatThrownBy(() -> fleet.scale(floor(12)))
        .isInstanceOfSatisfying(
            FleetException.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }
}
