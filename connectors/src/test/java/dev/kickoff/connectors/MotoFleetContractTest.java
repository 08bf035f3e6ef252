package dev.kickoff.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kickoff.connectors.aws.AutoScalingClients;
import dev.kickoff.connectors.aws.AutoScalingGroupFleet;
import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.ScaleRequest;
import dev.kickoff.model.fleet.ScheduledSize;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;

/** The real SDK against an emulator by others, as far as that is as strict as AWS. */
class MotoFleetContractTest implements FleetScheduleContract {
  private static Optional<MotoServer> server = Optional.empty();

  private final VirtualClock clock = new VirtualClock(START);
  private AutoScalingClient client;
  private AutoScalingGroupFleet fleet;

  @BeforeAll
  static void startServer() throws Exception {
    Optional<Path> command = MotoServer.command();
    assumeTrue(
        command.isPresent(),
        "no moto_server on the path and none named by KICKOFF_MOTO_SERVER:"
            + " pip install 'moto[server]'");
    server = Optional.of(MotoServer.start(command.get()));
  }

  @AfterAll
  static void stopServer() {
    server.ifPresent(MotoServer::close);
  }

  @BeforeEach
  void start() throws Exception {
    server.orElseThrow().reset();
    client = AutoScalingClients.simulated(server.orElseThrow().uri(), Duration.ofSeconds(30));
    client.createLaunchConfiguration(
        r -> r.launchConfigurationName("web").imageId("ami-12c6146b").instanceType("t3.micro"));
    client.createAutoScalingGroup(
        r ->
            r.autoScalingGroupName("web")
                .launchConfigurationName("web")
                .minSize(SIZE.min())
                .maxSize(SIZE.max())
                .desiredCapacity(SIZE.desired())
                .availabilityZones("us-east-1a", "us-east-1b", "us-east-1c"));
    fleet = new AutoScalingGroupFleet(client, clock);
  }

  @AfterEach
  void stop() {
    fleet.close();
  }

  @Override
  public Fleet fleet() {
    return fleet;
  }

  @Override
  public void pass(Duration time) {
    clock.pass(time);
  }

  @Override
  public Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public Set<Laxity> lax() {
    return EnumSet.allOf(Laxity.class);
  }

  /** When one of these fails, moto has become stricter: take its laxity out of the set above. */
  @Test
  void itIsStillAsLaxAsTheTableSays() {
    fleet.scale(new ScaleRequest("web", 5, OptionalInt.of(41)));
    assertThat(fleet.describe("web").size().desired()).isEqualTo(41);
    assertThat(fleet.launchesSince("web", Instant.EPOCH)).isEmpty();
    FleetSchedule schedule = fleet.schedule().orElseThrow();
    ScheduledSize past = ScheduledSize.floor("past", now().minusSeconds(60), 7);
    assertThat(schedule.put("web", List.of(past))).isEmpty();
    assertThat(schedule.read("web")).containsExactly(past);
  }
}
