package dev.kickoff.deploy.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.awssim.AutoScalingEndpoint;
import dev.kickoff.connectors.awssim.EndpointSettings;
import dev.kickoff.connectors.awssim.GroupDefinition;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.group.GroupShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script, with the real {@code aws}, against the simulated Auto Scaling endpoint. */
class BreakGlassSimulatorTest {
  private static final Instant NOON = Instant.parse("2026-06-20T12:00:00Z");

  @TempDir private Path folder;
  private AutoScalingEndpoint endpoint;

  @BeforeEach
  void start() throws Exception {
    Assumptions.assumeTrue(hasAws(), "Break-glass is not tried on the simulator: there is no aws");
    GroupShape shape = new GroupShape("web", Duration.ofMinutes(5), List.of("a", "b"));
    GroupDefinition group =
        new GroupDefinition(
            shape, new GroupSize(2, 100, 4), Optional.empty(), new HostProfile(1000));
    EndpointSettings settings =
        new EndpointSettings(0, folder.resolve("fleet.json"), List.of(group));
    endpoint = AutoScalingEndpoint.start(settings, () -> NOON);
  }

  @AfterEach
  void stop() {
    if (endpoint != null) {
      endpoint.close();
    }
  }

  @Test
  void raisesTheFloorAndStopsTheScheduleAndLetsItGoOn() throws Exception {
    assertThat(breakGlass("show"))
        .contains("\"MinSize\": 2")
        .contains("ScheduledUpdateGroupActions");

    breakGlass("floor", "40");
    assertThat(breakGlass("show")).contains("\"MinSize\": 40").contains("\"DesiredCapacity\": 40");

    breakGlass("freeze");
    assertThat(breakGlass("show")).contains("\"ProcessName\": \"ScheduledActions\"");

    breakGlass("thaw");
    assertThat(breakGlass("show")).doesNotContain("\"ProcessName\"");
  }

  private String breakGlass(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of("break-glass").toAbsolutePath().toString());
    command.add("web");
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_ENDPOINT_URL", endpoint.uri().toString(),
                "AWS_ACCESS_KEY_ID", "simulated",
                "AWS_SECRET_ACCESS_KEY", "simulated",
                "AWS_DEFAULT_REGION", "eu-west-1",
                "AWS_PAGER", "",
                "AWS_DEFAULT_OUTPUT", "json"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static boolean hasAws() throws InterruptedException {
    try {
      return new ProcessBuilder("aws", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
