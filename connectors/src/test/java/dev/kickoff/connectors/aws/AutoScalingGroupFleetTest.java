package dev.kickoff.connectors.aws;

import static dev.kickoff.connectors.aws.StubService.host;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.ScaleReceipt;
import dev.kickoff.model.fleet.ScaleRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AutoScalingGroupFleetTest {
  private static final Instant NOW = Instant.parse("2018-07-15T14:00:00Z");
  private static final ScaleRequest RAISE = new ScaleRequest("web", 12, OptionalInt.empty());

  private StubService service;
  private AutoScalingGroupFleet fleet;

  @BeforeEach
  void start() throws IOException {
    service = new StubService();
    fleet =
        new AutoScalingGroupFleet(
            AutoScalingClients.simulated(service.uri(), Duration.ofSeconds(30)), () -> NOW);
  }

  @AfterEach
  void stop() {
    fleet.close();
    service.close();
  }

  @Test
  void countsHostsInServiceAndHostsOnTheirWayAndNoOthers() {
    service.describes(
        2,
        40,
        5,
        host("a", "InService"),
        host("b", "InService"),
        host("a", "InService"),
        host("a", "Pending"),
        host("a", "Pending:Wait"),
        host("b", "Pending:Proceed"),
        host("b", "Standby"),
        host("b", "Terminating"),
        host("b", "Warmed:Stopped"),
        host("b", "SomethingNew"));
    FleetState state = fleet.describe("web");
    assertThat(state.observedAt()).isEqualTo(NOW);
    assertThat(state.size()).isEqualTo(new GroupSize(2, 40, 5));
    assertThat(state.inService()).isEqualTo(3);
    assertThat(state.pending()).isEqualTo(3);
    assertThat(state.inServiceByZone()).isEqualTo(Map.of("a", 2, "b", 1));
  }

  @Test
  void aFloorIsSetAloneAndReadBack() {
    service.describes(12, 40, 12);
    ScaleReceipt receipt = fleet.scale(RAISE);
    assertThat(receipt.requestId()).isEqualTo("r-1");
    assertThat(receipt.readBack().size()).isEqualTo(new GroupSize(12, 40, 12));
    assertThat(service.requests())
        .containsExactly(
            "Action=UpdateAutoScalingGroup&Version=2011-01-01"
                + "&AutoScalingGroupName=web&MinSize=12",
            "Action=DescribeAutoScalingGroups&Version=2011-01-01"
                + "&AutoScalingGroupNames.member.1=web",
            "Action=DescribeInstanceRefreshes&Version=2011-01-01&AutoScalingGroupName=web");
  }

  @Test
  void aDesiredCapacityIsSetOnlyWhereItIsAskedFor() {
    service.describes(12, 40, 15);
    fleet.scale(new ScaleRequest("web", 12, OptionalInt.of(15)));
    assertThat(service.requests().get(0)).endsWith("&MinSize=12&DesiredCapacity=15");
  }

  @Test
  void aFloorThatReadsBackOtherwiseIsNotTakenForDone() {
    service.describes(7, 40, 12);
    assertFails(() -> fleet.scale(RAISE), FleetException.Kind.TRANSIENT)
        .hasMessage(
            "group 'web' in us-east-1: UpdateAutoScalingGroup set min 12 and was accepted,"
                + " but it reads back as 7; something else changes it");
  }

  @Test
  void aServiceThatFailsIsTriedThreeTimes() {
    service.fails(503, "ServiceUnavailable", "busy");
    assertFails(() -> fleet.describe("web"), FleetException.Kind.TRANSIENT)
        .hasMessage(
            "group 'web' in us-east-1: DescribeAutoScalingGroups failed:"
                + " 503 ServiceUnavailable: busy; tried again later");
    assertThat(service.requests()).hasSize(3);
  }

  @Test
  void aScalingActivityInProgressIsLeftForLaterAndNotRetried() {
    service.fails(400, "ScalingActivityInProgress", "wait");
    assertFails(() -> fleet.scale(RAISE), FleetException.Kind.TRANSIENT)
        .hasMessage(
            "group 'web' in us-east-1: UpdateAutoScalingGroup failed:"
                + " 400 ScalingActivityInProgress: wait; tried again later");
    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void aRoleThatMayNotIsToldWhatItNeeds() {
    service.fails(403, "AccessDenied", "User x is not authorized");
    assertFails(() -> fleet.scale(RAISE), FleetException.Kind.REFUSED)
        .hasMessage(
            "group 'web' in us-east-1: UpdateAutoScalingGroup failed:"
                + " 403 AccessDenied: User x is not authorized;"
                + " the role needs autoscaling:UpdateAutoScalingGroup on this group");
  }

  @Test
  void aGroupThatIsMissingIsNamedWithItsRegion() {
    service.fails(400, "ValidationError", "AutoScalingGroup name not found - null");
    assertFails(() -> fleet.scale(RAISE), FleetException.Kind.MISCONFIGURED)
        .hasMessage(
            "no Auto Scaling group 'web' in us-east-1;"
                + " set group and aws.region to a group that exists");
  }

  @Test
  void aServiceThatNeverAnswersIsGivenUpAfterTheLimit() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        AutoScalingGroupFleet waiting =
            new AutoScalingGroupFleet(
                AutoScalingClients.simulated(
                    URI.create("http://127.0.0.1:" + silent.getLocalPort()),
                    Duration.ofMillis(400)),
                () -> NOW)) {
      assertFails(() -> waiting.describe("web"), FleetException.Kind.TRANSIENT)
          .hasMessageStartingWith(
              "group 'web' in us-east-1: DescribeAutoScalingGroups failed: no answer (");
    }
  }

  @Test
  void aServiceThatCannotBeReachedIsTriedAgainLater() {
    service.close();
    assertFails(() -> fleet.describe("web"), FleetException.Kind.TRANSIENT)
        .hasMessageMatching(
            "group 'web' in us-east-1: DescribeAutoScalingGroups failed:"
                + " no answer \\(.*Connection refused.*\\); tried again later");
  }

  private static AbstractThrowableAssert<?, ?> assertFails(
      ThrowingCallable call, FleetException.Kind kind) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FleetException.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }
}
