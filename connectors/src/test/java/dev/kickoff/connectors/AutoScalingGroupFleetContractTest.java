package dev.kickoff.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.aws.AutoScalingClients;
import dev.kickoff.connectors.aws.AutoScalingGroupFleet;
import dev.kickoff.connectors.awssim.AutoScalingEndpoint;
import dev.kickoff.connectors.awssim.EndpointSettings;
import dev.kickoff.connectors.awssim.GroupDefinition;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.ScaleRequest;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real SDK against the endpoint, over HTTP. */
class AutoScalingGroupFleetContractTest implements FleetScheduleContract {
  private static final ReactiveSettings REACTIVE =
      new ReactiveSettings(0.7, Duration.ofMinutes(5), Duration.ofMinutes(15));

  private final VirtualClock clock = new VirtualClock(START);
  private AutoScalingEndpoint endpoint;
  private AutoScalingGroupFleet fleet;

  @BeforeEach
  void start(@TempDir Path folder) {
    GroupDefinition group =
        new GroupDefinition(SHAPE, SIZE, Optional.of(REACTIVE), new HostProfile(1000));
    endpoint = AutoScalingEndpoint.start(new EndpointSettings(0, folder, List.of(group)), clock);
    fleet =
        new AutoScalingGroupFleet(
            AutoScalingClients.simulated(endpoint.uri(), Duration.ofSeconds(30)), clock);
  }

  @AfterEach
  void stop() {
    fleet.close();
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

  @Test
  void manyCallersAtOnceEachReadAGroupThatAddsUp() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int seed = 0; seed < 4; seed++) {
        Random random = new Random(seed);
        tasks.add(() -> hammer(random));
      }
      for (Future<Integer> calls : callers.invokeAll(tasks)) {
        assertThat(calls.get()).isEqualTo(40);
      }
    } finally {
      callers.shutdownNow();
    }
  }

  private int hammer(Random random) {
    for (int i = 0; i < 40; i++) {
      int min = 2 + random.nextInt(38);
      try {
        fleet.scale(new ScaleRequest("web", min, OptionalInt.empty()));
      } catch (FleetException overtaken) {
        assertThat(overtaken.kind()).isEqualTo(FleetException.Kind.TRANSIENT);
      }
      endpoint.observeDemand("web", clock.instant(), random.nextInt(30_000));
      pass(Duration.ofSeconds(30));
      FleetState seen = fleet.describe("web");
      assertThat(seen.inService() + seen.pending()).isEqualTo(seen.size().desired());
    }
    return 40;
  }
}
