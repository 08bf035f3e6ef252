package dev.kickoff.connectors;

import dev.kickoff.connectors.aws.AutoScalingClients;
import dev.kickoff.connectors.aws.AutoScalingGroupFleet;
import dev.kickoff.connectors.awssim.AutoScalingEndpoint;
import dev.kickoff.connectors.awssim.EndpointSettings;
import dev.kickoff.connectors.awssim.GroupDefinition;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.fleet.Fleet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;

/** The real SDK against the endpoint, over HTTP. */
class AutoScalingGroupFleetContractTest implements FleetContract {
  private final VirtualClock clock = new VirtualClock(START);
  private AutoScalingEndpoint endpoint;
  private AutoScalingClient client;
  private Fleet fleet;

  @BeforeEach
  void start(@TempDir Path folder) {
    GroupDefinition group =
        new GroupDefinition(SHAPE, SIZE, Optional.empty(), new HostProfile(1000));
    endpoint = AutoScalingEndpoint.start(new EndpointSettings(0, folder, List.of(group)), clock);
    client = AutoScalingClients.simulated(endpoint.uri(), Duration.ofSeconds(30));
    fleet = new AutoScalingGroupFleet(client, clock);
  }

  @AfterEach
  void stop() {
    client.close();
    endpoint.close();
  }

  @Override
  public Fleet fleet() {
    return fleet;
  }

  @Override
  public void pass(Duration time) {
    clock.pass(time);
  }
}
