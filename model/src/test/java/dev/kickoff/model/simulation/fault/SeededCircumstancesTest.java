package dev.kickoff.model.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.Launch;
import dev.kickoff.model.fleet.ScheduledSize;
import dev.kickoff.model.simulation.group.GroupShape;
import dev.kickoff.model.simulation.group.SimulatedFleet;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeededCircumstancesTest {
  private static final Instant START = Instant.parse("1998-06-10T12:00:00Z");
  private static final GroupShape SHAPE =
      new GroupShape("web", Duration.ofMinutes(3), List.of("a", "b", "c"));
  private static final GroupSize SIZE = new GroupSize(2, 60, 12);

  @Test
  void bootsAreSpreadAsTheLeadTimeSays() {
    SeededCircumstances seeded =
        new SeededCircumstances(
            1,
            Optional.of(new LeadTime(Duration.ofMinutes(3), Duration.ofMinutes(6))),
            Duration.ZERO,
            List.of());
    List<Long> millis =
        LongStream.range(0, 4000)
            .map(i -> seeded.boot(SHAPE, i).toMillis())
            .sorted()
            .boxed()
            .toList();
    assertThat(millis.get(2000)).isBetween(170_000L, 190_000L);
    assertThat(millis.get(3800)).isBetween(340_000L, 380_000L);
    assertThat(seeded.boot(SHAPE, 7)).isEqualTo(seeded.boot(SHAPE, 7));
  }

  @Test
  void hostsOfOneLaunchComeIntoServiceOneByOneAndAllOfThem() {
    SimulatedGroup group =
        group(
            new SeededCircumstances(
                3,
                Optional.of(new LeadTime(Duration.ofMinutes(3), Duration.ofMinutes(9))),
                Duration.ZERO,
                List.of()));
    group.setMinimum(START, 42);
    group.advanceTo(START.plus(Duration.ofMinutes(3)));
    assertThat(group.inService()).isBetween(18, 36);
    assertThat(group.inService() + group.pending()).isEqualTo(42);
    group.advanceTo(START.plus(Duration.ofHours(1)));
    assertThat(group.inService()).isEqualTo(42);
    assertThat(group.stateAt(group.now()).inServiceByZone())
        .isEqualTo(Map.of("a", 14, "b", 14, "c", 14));
  }

  @Test
  void aZoneWithoutCapacityIsReportedAndTheOthersTakeItsHosts() {
    SimulatedGroup group =
        group(outage(ZoneOutage.What.NO_CAPACITY, "b", Duration.ZERO, Duration.ofMinutes(9)));
    SimulatedFleet fleet = new SimulatedFleet(() -> START, List.of(group));
    group.setMinimum(START, 18);
    assertThat(group.missing()).isZero();
    assertThat(group.hosts()).filteredOn(host -> host.zone().equals("b")).hasSize(4);
    assertThat(fleet.launchesSince("web", START))
        .filteredOn(launch -> launch.refusal().isPresent())
        .singleElement()
        .satisfies(launch -> assertThat(launch.zone()).contains("b"))
        .extracting(Launch::refusal)
        .asString()
        .contains("InsufficientInstanceCapacity");
    group.advanceTo(START.plus(Duration.ofHours(1)));
    assertThat(group.stateAt(group.now()).inServiceByZone())
        .isEqualTo(Map.of("a", 6, "b", 6, "c", 6));
    assertThat(group.hosts()).hasSize(18);
  }

  @Test
  void hostsThatCannotBeHadAnywhereAreAskedForUntilTheyCan() {
    SimulatedGroup group =
        group(
            new SeededCircumstances(
                1,
                Optional.empty(),
                Duration.ZERO,
                List.of("a", "b", "c").stream()
                    .map(
                        zone ->
                            new ZoneOutage(
                                ZoneOutage.What.NO_CAPACITY,
                                zone,
                                START,
                                START.plus(Duration.ofMinutes(10))))
                    .toList()));
    group.setMinimum(START, 18);
    assertThat(group.missing()).isEqualTo(6);
    assertThat(group.stateAt(START).pending()).isZero();
    group.advanceTo(START.plus(Duration.ofMinutes(9)));
    assertThat(group.missing()).isEqualTo(6);
    SimulatedGroup restored = new SimulatedGroup(SHAPE, group.snapshot());
    assertThat(restored.missing()).isEqualTo(6);
    group.advanceTo(START.plus(Duration.ofMinutes(10)));
    assertThat(group.missing()).isZero();
    assertThat(group.pending()).isEqualTo(6);
    group.advanceTo(START.plus(Duration.ofMinutes(13)));
    assertThat(group.inService()).isEqualTo(18);
  }

  @Test
  void hostsNoLongerWantedAreNotAskedForAnyMore() {
    SimulatedGroup group =
        group(outage(ZoneOutage.What.NO_CAPACITY, "a", Duration.ZERO, Duration.ofHours(1)));
    group.suspend(Set.of("Launch"));
    group.setDesired(START, 20);
    assertThat(group.missing()).isEqualTo(8);
    group.setDesired(START, 10);
    assertThat(group.missing()).isZero();
    assertThat(group.hosts()).hasSize(10);
  }

  @Test
  void theHostsOfALostZoneAreReplacedInOthersAndTheZonesBalancedAfterIt() {
    SimulatedGroup group =
        group(outage(ZoneOutage.What.LOST, "c", Duration.ofMinutes(10), Duration.ofMinutes(60)));
    group.advanceTo(START.plus(Duration.ofMinutes(10)));
    assertThat(group.inService()).isEqualTo(8);
    assertThat(group.pending()).isEqualTo(4);
    group.advanceTo(START.plus(Duration.ofMinutes(13)));
    assertThat(group.stateAt(group.now()).inServiceByZone()).isEqualTo(Map.of("a", 6, "b", 6));
    group.advanceTo(START.plus(Duration.ofMinutes(60)));
    assertThat(group.stateAt(group.now()).inServiceByZone()).isEqualTo(Map.of("a", 6, "b", 6));
    assertThat(group.hosts()).as("launched before any is let go").hasSize(13);
    group.advanceTo(START.plus(Duration.ofMinutes(90)));
    assertThat(group.stateAt(group.now()).inServiceByZone())
        .isEqualTo(Map.of("a", 4, "b", 4, "c", 4));
    assertThat(group.hosts()).hasSize(12);
  }

  @Test
  void zonesAreNotBalancedWhileThatIsSuspended() {
    SimulatedGroup group =
        group(outage(ZoneOutage.What.LOST, "c", Duration.ZERO, Duration.ofMinutes(10)));
    group.suspend(Set.of("AZRebalance"));
    group.advanceTo(START.plus(Duration.ofHours(2)));
    assertThat(group.stateAt(group.now()).inServiceByZone()).isEqualTo(Map.of("a", 6, "b", 6));
    group.resume(Set.of("AZRebalance"));
    group.advanceTo(START.plus(Duration.ofHours(4)));
    assertThat(group.stateAt(group.now()).inServiceByZone()).hasSize(3);
  }

  @Test
  void nothingIsLaunchedWhileThatIsSuspended() {
    SimulatedGroup group = new SimulatedGroup(SHAPE, SIZE, START);
    group.suspend(Set.of("Launch", "ScheduledActions"));
    assertThat(group.suspended()).containsExactly("Launch", "ScheduledActions");
    group.setMinimum(START, 20);
    group.advanceTo(START.plus(Duration.ofMinutes(30)));
    assertThat(group.inService()).isEqualTo(12);
    SimulatedGroup restored = new SimulatedGroup(SHAPE, group.snapshot());
    assertThat(restored.suspended()).containsExactly("Launch", "ScheduledActions");
    restored.resume(Set.of("Launch"));
    assertThat(restored.pending()).isEqualTo(8);
  }

  @Test
  void aScheduledActionMayBeLateAndIsNotEarly() {
    SimulatedGroup group =
        group(new SeededCircumstances(5, Optional.empty(), Duration.ofMinutes(2), List.of()));
    Instant due = START.plus(Duration.ofMinutes(10));
    for (int i = 0; i < 20; i++) {
      assertThat(group.schedule().put(ScheduledSize.floor("s" + i, due.plusSeconds(i), 3), START))
          .isEmpty();
    }
    group.advanceTo(due.plusSeconds(20));
    assertThat(group.schedule().pending()).hasSizeBetween(10, 19);
    group.advanceTo(due.plusSeconds(20).plus(Duration.ofMinutes(2)));
    assertThat(group.schedule().pending()).isEmpty();
    assertThat(group.size().min()).isEqualTo(3);
  }

  @Test
  void anOutageMustEndAfterItBegins() {
    assertThatThrownBy(() -> new ZoneOutage(ZoneOutage.What.LOST, "a", START, START))
        .hasMessageContaining("the outage of zone a");
  }

  private static SeededCircumstances outage(
      ZoneOutage.What what, String zone, Duration from, Duration until) {
    return new SeededCircumstances(
        1,
        Optional.empty(),
        Duration.ZERO,
        List.of(new ZoneOutage(what, zone, START.plus(from), START.plus(until))));
  }

  private static SimulatedGroup group(SeededCircumstances circumstances) {
    return new SimulatedGroup(SHAPE, SIZE, START, circumstances);
  }
}
