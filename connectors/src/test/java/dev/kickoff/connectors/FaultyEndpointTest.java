package dev.kickoff.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.aws.AutoScalingClients;
import dev.kickoff.connectors.aws.AutoScalingGroupFleet;
import dev.kickoff.connectors.awssim.AutoScalingEndpoint;
import dev.kickoff.connectors.awssim.EndpointSettings;
import dev.kickoff.connectors.awssim.GroupDefinition;
import dev.kickoff.connectors.awssim.fault.FaultPlan;
import dev.kickoff.connectors.awssim.fault.ForeignWriter;
import dev.kickoff.connectors.awssim.fault.Refresh;
import dev.kickoff.connectors.awssim.fault.RequestFaults;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.Launch;
import dev.kickoff.model.fleet.ScaleRequest;
import dev.kickoff.model.fleet.ScheduledSize;
import dev.kickoff.model.simulation.fault.SeededCircumstances;
import dev.kickoff.model.simulation.fault.ZoneOutage;
import dev.kickoff.model.simulation.group.GroupShape;
import dev.kickoff.model.simulation.group.SizeChange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the SDK and the fleet make of an endpoint where things go wrong. */
class FaultyEndpointTest {
  private static final Instant START = Instant.parse("1998-06-10T12:00:00Z");
  private static final GroupShape SHAPE =
      new GroupShape("web", Duration.ofMinutes(10), List.of("a", "b", "c"));

  @TempDir private Path folder;
  private final VirtualClock clock = new VirtualClock(START);
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable part : open) {
      part.close();
    }
  }

  @Test
  void aFifthOfTheCallsThrottledIsCoveredByRetries() {
    AutoScalingGroupFleet fleet =
        fleet(FaultPlan.NONE.with(new RequestFaults(0.2, 0.05, 0, Duration.ZERO)));
    int failed = 0;
    for (int i = 0; i < 40; i++) {
      try {
        fleet.describe("web");
      } catch (FleetException e) {
        assertThat(e.kind()).isEqualTo(FleetException.Kind.TRANSIENT);
        failed++;
      }
    }
    assertThat(failed).isLessThan(6);
  }

  @Test
  void aServiceThatAlwaysThrottlesIsTriedAgainLaterAndNothingIsDone() {
    AutoScalingGroupFleet fleet =
        fleet(FaultPlan.NONE.with(new RequestFaults(1, 0, 0, Duration.ZERO)));
    assertThatThrownBy(() -> raise(fleet, 20))
        .isInstanceOfSatisfying(
            FleetException.class,
            e -> assertThat(e.kind()).isEqualTo(FleetException.Kind.TRANSIENT))
        .hasMessageContaining("Throttling: Rate exceeded");
    assertThat(again(FaultPlan.NONE).describe("web").size().min()).isEqualTo(2);
  }

  @Test
  void aLostAnswerLeavesTheChangeInPlace() {
    AutoScalingGroupFleet fleet =
        fleet(FaultPlan.NONE.with(new RequestFaults(0, 0, 1, Duration.ZERO)));
    assertThatThrownBy(() -> raise(fleet, 20)).hasMessageContaining("InternalFailure");
    assertThat(again(FaultPlan.NONE).describe("web").size().min()).isEqualTo(20);
  }

  @Test
  void aCallThatTakesTooLongIsGivenUp() {
    AutoScalingGroupFleet fleet =
        fleet(
            FaultPlan.NONE.with(new RequestFaults(0, 0, 0, Duration.ofMinutes(1))),
            Duration.ofMillis(300));
    assertThatThrownBy(() -> fleet.describe("web"))
        .isInstanceOfSatisfying(
            FleetException.class,
            e -> assertThat(e.kind()).isEqualTo(FleetException.Kind.TRANSIENT));
  }

  @Test
  void aZoneWithoutCapacityIsSeenInTheLaunchesAndHostsComeElsewhere() {
    AutoScalingGroupFleet fleet =
        fleet(outage(ZoneOutage.What.NO_CAPACITY, "b", Duration.ZERO, Duration.ofHours(1)));
    raise(fleet, 16);
    assertThat(fleet.launchesSince("web", START))
        .filteredOn(launch -> launch.refusal().isPresent())
        .singleElement()
        .satisfies(
            launch -> {
              assertThat(launch.zone()).contains("b");
              assertThat(launch.refusal().orElseThrow()).contains("InsufficientInstanceCapacity");
            });
    clock.pass(Duration.ofMinutes(10));
    assertThat(fleet.describe("web").inServiceByZone()).isEqualTo(Map.of("a", 7, "b", 3, "c", 6));
  }

  @Test
  void aLostZoneIsReplacedInTheOthers() {
    AutoScalingGroupFleet fleet =
        fleet(outage(ZoneOutage.What.LOST, "a", Duration.ofMinutes(5), Duration.ofHours(1)));
    clock.pass(Duration.ofMinutes(6));
    FleetState state = fleet.describe("web");
    assertThat(state.inServiceByZone()).isEqualTo(Map.of("b", 3, "c", 3));
    assertThat(state.pending()).isEqualTo(4);
    assertThat(state.size()).isEqualTo(new GroupSize(2, 40, 10));
  }

  @Test
  void bootsVaryAndAreMeasuredFromTheActivities() {
    LeadTime lead = new LeadTime(Duration.ofMinutes(3), Duration.ofMinutes(9));
    AutoScalingGroupFleet fleet =
        fleet(
            FaultPlan.NONE.with(
                new SeededCircumstances(4, Optional.of(lead), Duration.ZERO, List.of())));
    raise(fleet, 40);
    clock.pass(Duration.ofHours(2));
    List<Long> boots =
        fleet.launchesSince("web", START).stream()
            .map(l -> Duration.between(l.askedAt(), l.inServiceAt().orElseThrow()).toSeconds())
            .sorted()
            .toList();
    assertThat(boots).hasSize(30);
    assertThat(Set.copyOf(boots)).hasSizeGreaterThan(20);
    assertThat(boots.get(15)).isBetween(120L, 270L);
  }

  @Test
  void aScheduledActionIsLateByTwoMinutesAtMost() {
    AutoScalingGroupFleet fleet =
        fleet(
            FaultPlan.NONE.with(
                new SeededCircumstances(1, Optional.empty(), Duration.ofMinutes(2), List.of())));
    Instant due = START.plus(Duration.ofHours(1));
    fleet.schedule().orElseThrow().put("web", List.of(ScheduledSize.floor("raise", due, 20)));
    clock.pass(Duration.ofHours(1));
    assertThat(fleet.describe("web").size().min()).isEqualTo(2);
    clock.pass(Duration.ofMinutes(2));
    assertThat(fleet.describe("web").size().min()).isEqualTo(20);
  }

  @Test
  void descriptionsLagBehindAndTheFleetDoesNotTakeAChangeForDone() {
    AutoScalingGroupFleet fleet = fleet(FaultPlan.NONE.withStale(Duration.ofSeconds(30)));
    clock.pass(Duration.ofMinutes(1));
    fleet.describe("web");
    assertThatThrownBy(() -> raise(fleet, 20)).hasMessageContaining("but it reads back as 2");
    clock.pass(Duration.ofSeconds(31));
    assertThat(fleet.describe("web").size().min()).isEqualTo(20);
  }

  @Test
  void somebodyElseWritesAgainAndAgain() {
    SizeChange written = new SizeChange(OptionalInt.of(2), OptionalInt.of(40), OptionalInt.empty());
    AutoScalingGroupFleet fleet =
        fleet(
            FaultPlan.NONE.withWriters(
                List.of(new ForeignWriter("web", Duration.ofMinutes(10), written))));
    clock.pass(Duration.ofMinutes(1));
    raise(fleet, 20);
    clock.pass(Duration.ofMinutes(8));
    assertThat(fleet.describe("web").size().min()).isEqualTo(20);
    clock.pass(Duration.ofMinutes(1));
    assertThat(fleet.describe("web").size()).isEqualTo(new GroupSize(2, 40, 20));
  }

  @Test
  void anInstanceRefreshIsSeenWhileItLasts() {
    Refresh refresh =
        new Refresh("web", START.plus(Duration.ofMinutes(5)), START.plus(Duration.ofMinutes(10)));
    AutoScalingGroupFleet fleet = fleet(FaultPlan.NONE.withRefreshes(List.of(refresh)));
    assertThat(isRefreshing(fleet)).isFalse();
    clock.pass(Duration.ofMinutes(5));
    assertThat(isRefreshing(fleet)).isTrue();
    clock.pass(Duration.ofMinutes(5));
    assertThat(isRefreshing(fleet)).isFalse();
  }

  @Test
  void equalPlansGiveEqualLaunches(@TempDir Path other) {
    LeadTime lead = new LeadTime(Duration.ofMinutes(3), Duration.ofMinutes(9));
    FaultPlan plan =
        FaultPlan.NONE.with(
            new SeededCircumstances(9, Optional.of(lead), Duration.ZERO, List.of()));
    AutoScalingGroupFleet one = fleet(plan);
    AutoScalingGroupFleet two = start(plan, other, Duration.ofSeconds(30));
    raise(one, 30);
    raise(two, 30);
    List<Launch> launches = one.launchesSince("web", START);
    assertThat(two.launchesSince("web", START)).isEqualTo(launches);
  }

  private static boolean isRefreshing(AutoScalingGroupFleet fleet) {
    return fleet.describe("web").condition().orElseThrow().refreshing();
  }

  private static FaultPlan outage(
      ZoneOutage.What what, String zone, Duration from, Duration until) {
    ZoneOutage outage = new ZoneOutage(what, zone, START.plus(from), START.plus(until));
    return FaultPlan.NONE.with(
        new SeededCircumstances(1, Optional.empty(), Duration.ZERO, List.of(outage)));
  }

  private static void raise(AutoScalingGroupFleet fleet, int min) {
    fleet.scale(new ScaleRequest("web", min, OptionalInt.empty()));
  }

  private AutoScalingGroupFleet fleet(FaultPlan plan) {
    return fleet(plan, Duration.ofSeconds(30));
  }

  private AutoScalingGroupFleet fleet(FaultPlan plan, Duration timeout) {
    return start(plan, folder, timeout);
  }

  /** Another endpoint that goes on from the state of the first. */
  private AutoScalingGroupFleet again(FaultPlan plan) {
    return fleet(plan);
  }

  private AutoScalingGroupFleet start(FaultPlan plan, Path in, Duration timeout) {
    GroupDefinition group =
        new GroupDefinition(
            SHAPE, new GroupSize(2, 40, 10), Optional.empty(), new HostProfile(1000));
    AutoScalingEndpoint endpoint =
        AutoScalingEndpoint.start(new EndpointSettings(0, in, List.of(group), plan), clock);
    AutoScalingGroupFleet fleet =
        new AutoScalingGroupFleet(AutoScalingClients.simulated(endpoint.uri(), timeout), clock);
    open.add(fleet);
    open.add(endpoint);
    return fleet;
  }
}
