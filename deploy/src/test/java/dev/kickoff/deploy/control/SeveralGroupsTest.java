package dev.kickoff.deploy.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.awssim.AutoScalingEndpoint;
import dev.kickoff.connectors.awssim.EndpointSettings;
import dev.kickoff.connectors.awssim.GroupDefinition;
import dev.kickoff.connectors.awssim.fault.FaultPlan;
import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.deploy.engine.RecordedTopics;
import dev.kickoff.jobs.Audit;
import dev.kickoff.jobs.ControllerProgram;
import dev.kickoff.jobs.api.security.KnownTokens;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.config.FleetFile;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.config.SharedFleets;
import dev.kickoff.jobs.local.EmbeddedBroker;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.group.GroupShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One controller over three groups of a service, in two regions, through a surge. */
class SeveralGroupsTest {
  private static final double SPEED = 120;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private SharedClock clock = starting();

  /** A quarter of an hour after a surge of the synthetic stream, long before the next. */
  private static SharedClock starting() {
    long period = Duration.ofMinutes(75).toSeconds();
    long seconds = Instant.parse("2026-06-10T12:00:00Z").getEpochSecond();
    Instant surge = Instant.ofEpochSecond((seconds / period) * period);
    return new SharedClock(surge.minus(Duration.ofMinutes(24)), System.currentTimeMillis(), SPEED);
  }

  @BeforeEach
  void signIn() {
    System.setProperty("aws.accessKeyId", "simulated");
    System.setProperty("aws.secretAccessKey", "simulated");
  }

  @AfterEach
  void signOut() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  private AutoScalingEndpoint region(String name, OptionalInt vcpus, String... groups) {
    List<GroupDefinition> all =
        Arrays.stream(groups)
            .map(
                group ->
                    new GroupDefinition(
                        new GroupShape(group, Duration.ofMinutes(3), List.of("a", "b")),
                        new GroupSize(2, 400, 10),
                        Optional.empty(),
                        new HostProfile(1000)))
            .toList();
    return AutoScalingEndpoint.start(
        new EndpointSettings(0, folder.resolve(name), all, FaultPlan.NONE, vcpus), clock);
  }

  private Path fleet(String group, int share, AutoScalingEndpoint region, String rest)
      throws IOException {
    return Files.writeString(
        folder.resolve(group + ".yaml"),
        """
        service: web
        group: %s
        hosts: {min: 2, max: 400}
        capacity: {rpmPerHost: 1000}
        leadTime: {minutes: 3}
        planning: {quantile: 0.95}
        mode: forecast-and-scale
        release: desired
        share: %d
        aws: {region: us-east-1, endpoint: "%s"}
        """
                .formatted(group, share, region.uri())
            + rest);
  }

  @Test
  void eachGroupRisesByItsShareAndOneOutOfReachStopsNoOther() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBroker.BrokerSettings.in(folder))) {
      clock = starting();
      throughASurge(broker.bootstrap());
    }
  }

  private void throughASurge(String bootstrap) throws Exception {
    try (AutoScalingEndpoint near = region("near", OptionalInt.empty(), "web-a", "web-b");
        AutoScalingEndpoint far = region("far", OptionalInt.of(80), "web-c")) {
      List<Path> files =
          List.of(
              fleet("web-a", 50, near, ""),
              fleet("web-b", 30, near, ""),
              fleet("web-c", 20, far, "limits: {vcpusPerHost: 4}\n"));
      TopicAdmin.ensure(bootstrap, 2, 1);
      try (SyntheticStream stream = new SyntheticStream(bootstrap, clock);
          ControllerProgram program = program(bootstrap, SharedFleets.read(files))) {
        await(program, () -> highest(bootstrap).getOrDefault("web-a", 0) >= 66);
        await(program, () -> highest(bootstrap).getOrDefault("web-b", 0) >= 40);
        Map<String, Integer> highest = highest(bootstrap);
        assertThat(highest.get("web-a")).as("half of 132,000").isBetween(66, 69);
        assertThat(highest.get("web-b")).as("three tenths").isBetween(40, 42);
        assertThat(highest.get("web-c")).as("the quota of 80 vCPUs").isEqualTo(20);

        assertThat(said(bootstrap, "web-c"))
            .anyMatch(why -> why.contains("capped at 20: the quota"));

        far.close();
        await(program, () -> newest(bootstrap).get("web-c").inputs().fleet().isEmpty());
        long decided = newest(bootstrap).get("web-a").key().sequence();
        await(program, () -> newest(bootstrap).get("web-a").key().sequence() > decided + 3);
        assertThat(newest(bootstrap).get("web-a").inputs().fleet()).isPresent();
      }
      Audit.decisions(bootstrap, SharedFleets.read(files))
          .forEach((group, again) -> assertThat(again.firstDifference()).as(group).isEmpty());
      assertThat(
              Audit.decisions(bootstrap, List.of(FleetFile.read(files.get(0))))
                  .get("web-a")
                  .differing())
          .as("without its share it would have decided otherwise")
          .isPositive();
    }
  }

  private ControllerProgram program(String bootstrap, List<FleetSettings> fleets) {
    return new ControllerProgram(
        new ControllerProgram.Wiring(bootstrap, 2, 1, 0, new KnownTokens(), Optional.empty()),
        fleets,
        new EngineTime(clock, clock::speed, () -> false));
  }

  private static void await(ControllerProgram program, BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(program.problem()).isEmpty();
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      Thread.sleep(100); // sleeps while virtual time goes on by itself
    }
  }

  private static Map<String, Decision> newest(String bootstrap) {
    Map<String, Decision> newest = new TreeMap<>();
    RecordedTopics.decisions(bootstrap)
        .forEach(decision -> newest.put(decision.key().group(), decision));
    return newest;
  }

  /** What guardrails said when they stepped in for a group. */
  private static List<String> said(String bootstrap, String group) {
    return RecordedTopics.decisions(bootstrap).stream()
        .filter(decision -> decision.key().group().equals(group))
        .flatMap(decision -> decision.trail().stream())
        .map(Verdict::reason)
        .toList();
  }

  /** The highest floor that was decided for each group. */
  private static Map<String, Integer> highest(String bootstrap) {
    Map<String, Integer> highest = new TreeMap<>();
    RecordedTopics.decisions(bootstrap)
        .forEach(d -> highest.merge(d.key().group(), d.change().to(), Math::max));
    return highest;
  }
}
