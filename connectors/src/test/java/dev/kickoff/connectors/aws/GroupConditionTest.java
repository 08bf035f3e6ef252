package dev.kickoff.connectors.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.VirtualClock;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupCondition;
import dev.kickoff.model.fleet.HostMix;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupConditionTest {
  private static final String GROUPS = "DescribeAutoScalingGroups";
  private static final String REFRESHES = "DescribeInstanceRefreshes";
  private static final String SIZES =
      "<AutoScalingGroupName>web</AutoScalingGroupName><MinSize>2</MinSize><MaxSize>40</MaxSize>"
          + "<DesiredCapacity>6</DesiredCapacity>";

  private final VirtualClock clock = new VirtualClock(Instant.parse("2018-07-15T12:00:00Z"));
  private StubService service;
  private AutoScalingGroupFleet fleet;

  @BeforeEach
  void start() throws IOException {
    service = new StubService();
    fleet =
        new AutoScalingGroupFleet(
            AutoScalingClients.simulated(service.uri(), Duration.ofSeconds(30)), clock);
    group("");
  }

  @AfterEach
  void stop() {
    fleet.close();
    service.close();
  }

  @Test
  void suspendedProcessesAndOurTagsAreRead() {
    group(
        "<SuspendedProcesses><member><ProcessName>Launch</ProcessName></member>"
            + "</SuspendedProcesses>"
            + "<Tags><member><Key>kickoff:owner</Key><Value>me</Value></member>"
            + "<member><Key>team</Key><Value>shop</Value></member></Tags>");
    assertThat(condition().suspended()).containsExactly("Launch");
    assertThat(condition().tags()).isEqualTo(Map.of("kickoff:owner", "me"));
    assertThat(condition().ownersTime()).isPresent();
  }

  @Test
  void anInstanceRefreshIsLookedForOnceAMinute() {
    service.answers(REFRESHES, refresh("InProgress"), refresh("Successful"));
    assertThat(condition().refreshing()).isTrue();
    clock.pass(Duration.ofSeconds(59));
    assertThat(condition().refreshing()).isTrue();
    clock.pass(Duration.ofSeconds(1));
    assertThat(condition().refreshing()).isFalse();
    assertThat(service.requests()).filteredOn(r -> r.contains(REFRESHES)).hasSize(2);
  }

  @Test
  void aRefreshThatCannotBeLookedForIsAsItWasAndDoesNotFailTheDescription() {
    service.answers(REFRESHES, refresh("Baking"), StubService.failure("AccessDenied", "no"));
    assertThat(condition().refreshing()).isTrue();
    clock.pass(Duration.ofMinutes(2));
    assertThat(condition().refreshing()).isTrue();
    assertThat(fleet.describe("web").size().desired()).isEqualTo(6);
  }

  @Test
  void hostsThatWaitInAWarmPoolAreCountedAndThoseOnTheirWayThereAreNot() {
    group("<WarmPoolConfiguration><MinSize>3</MinSize></WarmPoolConfiguration>");
    service.answers(
        "DescribeWarmPool",
        warm("Warmed:Stopped", "Warmed:Pending") + "<NextToken>2</NextToken>",
        warm("Warmed:Running", "Warmed:Hibernated", "Warmed:Terminating"));
    assertThat(condition().warm()).isEqualTo(3);
  }

  @Test
  void withoutAWarmPoolNobodyAsksForIt() {
    assertThat(condition().warm()).isZero();
    assertThat(service.requests()).noneMatch(request -> request.contains("WarmPool"));
  }

  @Test
  void hostsCountByWeightWhereTypesHaveWeights() {
    group(
        "<Instances>"
            + host("a", "InService", 4)
            + host("b", "InService", 1)
            + host("b", "Pending", 2)
            + "</Instances>"
            + "<MixedInstancesPolicy><LaunchTemplate><Overrides>"
            + "<member><InstanceType>m5.large</InstanceType></member>"
            + "<member><InstanceType>m5.2xlarge</InstanceType>"
            + "<WeightedCapacity>4</WeightedCapacity></member>"
            + "</Overrides></LaunchTemplate></MixedInstancesPolicy>");
    FleetState state = fleet.describe("web");
    assertThat(state.inService()).isEqualTo(5);
    assertThat(state.pending()).isEqualTo(2);
    assertThat(state.inServiceByZone()).isEqualTo(Map.of("a", 4, "b", 1));
    assertThat(mix().weights()).isEqualTo(Map.of("m5.large", 1, "m5.2xlarge", 4));
    assertThat(mix().isWeighted()).isTrue();
  }

  @Test
  void aGroupOfOneTypeHasNoMix() {
    assertThat(mix().weights()).isEmpty();
    assertThat(mix().isWeighted()).isFalse();
  }

  private HostMix mix() {
    try (AwsCalls calls =
        new AwsCalls(
            AutoScalingClients.simulated(service.uri(), Duration.ofSeconds(30)),
            CallBudget.usual())) {
      return new GroupReading(calls, clock).mix("web");
    }
  }

  private GroupCondition condition() {
    return fleet.describe("web").condition().orElseThrow();
  }

  private void group(String rest) {
    service.answers(
        GROUPS, "<AutoScalingGroups><member>" + SIZES + rest + "</member></AutoScalingGroups>");
  }

  private static String refresh(String status) {
    return "<InstanceRefreshes><member><Status>%s</Status></member></InstanceRefreshes>"
        .formatted(status);
  }

  private static String warm(String... stages) {
    StringBuilder hosts = new StringBuilder("<Instances>");
    for (String stage : stages) {
      hosts.append(StubService.host("a", stage));
    }
    return hosts.append("</Instances>").toString();
  }

  private static String host(String zone, String stage, int weight) {
    return StubService.host(zone, stage)
        .replace("</member>", "<WeightedCapacity>%d</WeightedCapacity></member>".formatted(weight));
  }
}
