package dev.kickoff.connectors.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetDoor;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.ScaleRequest;
import dev.kickoff.model.fleet.ScheduledSize;
import dev.kickoff.model.simulation.group.GroupShape;
import dev.kickoff.model.simulation.group.SimulatedFleet;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OurKeys.class)
class RoutedFleetTest {
  private static final Instant NOON = Instant.parse("2018-07-15T12:00:00Z");

  private final Fleet paris = fleet("web");
  private final Fleet dublin = fleet("shop");
  private final RoutedFleet routed = new RoutedFleet(Map.of("web", paris, "shop", dublin));

  @Test
  void eachGroupIsReachedThroughItsOwnFleet() {
    routed.scale(new ScaleRequest("shop", 7, OptionalInt.empty()));
    routed.mark("shop", Map.of("kickoff:owner", "me"));
    routed
        .schedule()
        .orElseThrow()
        .put("web", List.of(ScheduledSize.floor("a", NOON.plusSeconds(60), 3)));
    assertThat(dublin.describe("shop")).isEqualTo(routed.describe("shop"));
    assertThat(dublin.describe("shop").size().min()).isEqualTo(7);
    assertThat(dublin.describe("shop").condition().orElseThrow().tags()).hasSize(1);
    assertThat(routed.launchesSince("shop", NOON)).hasSize(2);
    assertThat(paris.schedule().orElseThrow().read("web")).hasSize(1);
    assertThat(paris.describe("web").size().min()).isEqualTo(2);
  }

  @Test
  void aGroupWithoutAFleetIsAMatterOfConfiguration() {
    assertThatThrownBy(() -> routed.describe("wbe"))
        .isInstanceOfSatisfying(
            FleetException.class,
            e -> assertThat(e.kind()).isEqualTo(FleetException.Kind.MISCONFIGURED))
        .hasMessage("no Auto Scaling group 'wbe' in the configuration; there are [shop, web]");
  }

  @Test
  void aGroupIsReachedInItsRegionAsTheRoleThatItNames() throws Exception {
    try (StubService service = new StubService()) {
      service.answers(
          "AssumeRole",
          "<Credentials><AccessKeyId>ROLEKEY</AccessKeyId><SecretAccessKey>s</SecretAccessKey>"
              + "<SessionToken>t</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration>"
              + "</Credentials>");
      service.describes(2, 40, 5);
      FleetDoor door =
          new FleetDoor(
              Optional.of("eu-west-3"),
              Optional.of("arn:aws:iam::123456789012:role/kickoff"),
              Optional.of("shared secret"),
              Optional.of(service.uri()));
      try (RoutedFleet real = RoutedFleet.through(Map.of("web", door), () -> NOON)) {
        assertThat(real.describe("web").size()).isEqualTo(new GroupSize(2, 40, 5));
      }
      assertThat(service.requests().get(0))
          .contains("Action=AssumeRole", "role%2Fkickoff", "ExternalId=shared+secret");
      assertThat(service.signatures().get(0)).contains("Credential=OURKEY/", "/eu-west-3/sts/");
      assertThat(service.signatures().get(1))
          .contains("Credential=ROLEKEY/", "/eu-west-3/autoscaling/");
    }
  }

  @Test
  void aDoorThatCannotBeIsRefusedWithTheRemedy() {
    Optional<URI> real = Optional.empty();
    assertThatThrownBy(
            () -> new FleetDoor(Optional.empty(), Optional.of("admin"), Optional.empty(), real))
        .hasMessage("'admin' is no role; write arn:aws:iam::ACCOUNT:role/NAME");
    assertThatThrownBy(
            () -> new FleetDoor(Optional.empty(), Optional.empty(), Optional.of("x"), real))
        .hasMessageStartingWith("an external id goes with a role");
  }

  private static Fleet fleet(String group) {
    return new SimulatedFleet(
        () -> NOON,
        List.of(
            new SimulatedGroup(
                new GroupShape(group, Duration.ofMinutes(3), List.of("a")),
                new GroupSize(2, 40, 5),
                NOON)));
  }
}
