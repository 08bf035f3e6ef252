package dev.kickoff.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.forecast.ForecastJob;
import dev.kickoff.jobs.forecast.ForecastJobSettings;
import dev.kickoff.jobs.local.EmbeddedBroker;
import dev.kickoff.jobs.local.EmbeddedBroker.BrokerSettings;
import dev.kickoff.jobs.local.EmbeddedFlink;
import dev.kickoff.jobs.local.EmbeddedFlink.FlinkSettings;
import dev.kickoff.jobs.submit.SubmitSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job's jar on a cluster of four processes, against the same job in this JVM. */
class ClusterTest {
  private static final String[] OPTIONS = {
    "--time", "playing",
    "--zone", "Europe/Paris",
    "--issue-from", PlayedEvening.ISSUE_FROM.toString(),
    "--checkpoint-every", "PT1S"
  };

  @TempDir private Path folder;

  private record Result(Map<String, String> finals, Map<String, String> forecasts) {
    static Result of(Output output) {
      assertThat(output.problems()).isEmpty();
      return new Result(output.finals(), output.forecasts());
    }
  }

  @Test
  void givesTheSameMinutesAndForecastsAsInOneJvmAlsoWhenATaskManagerIsKilled() throws Exception {
    Result cluster;
    Result here;
    try (ClusterProcesses processes = ClusterProcesses.start(folder.resolve("cluster"))) {
      here = inThisJvm();
      processes.awaitUp();
      cluster = onCluster(processes);
    }
    assertThat(here.finals()).hasSize(PlayedEvening.finalMinutes() * PlayedEvening.SERVICES.size());
    assertThat(here.forecasts()).hasSizeGreaterThan(PlayedEvening.issues() * 3);
    assertThat(difference(here.finals(), cluster.finals())).isEmpty();
    assertThat(difference(here.forecasts(), cluster.forecasts())).isEmpty();
  }

  private Result inThisJvm() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("broker")));
        TopicWriter writer = topics(broker.bootstrap())) {
      Path checkpoints = folder.resolve("checkpoints");
      List<String> options = new ArrayList<>(List.of(OPTIONS));
      options.addAll(List.of("--bootstrap", broker.bootstrap()));
      options.addAll(List.of("--checkpoints", checkpoints.toUri().toString()));
      ForecastJobSettings settings =
          SubmitSettings.of(Instant.EPOCH, options.toArray(String[]::new))
              .job(TopicEnd.lastOffset(broker.bootstrap(), Topics.CALENDAR_EVENT));
      try (EmbeddedFlink flink =
              EmbeddedFlink.start(
                  FlinkSettings.in(checkpoints),
                  environment -> ForecastJob.build(environment, settings));
          Output output = new Output(broker.bootstrap())) {
        PlayedEvening.writeFirstHalf(writer);
        PlayedEvening.writeSecondHalf(writer);
        output.awaitEnd();
        assertThat(flink.isRunning()).isTrue();
        return Result.of(output);
      }
    }
  }

  private static Result onCluster(ClusterProcesses processes) throws Exception {
    try (TopicWriter writer = topics(processes.bootstrap());
        Output output = new Output(processes.bootstrap())) {
      String job = processes.submit(OPTIONS);
      PlayedEvening.writeFirstHalf(writer);
      output.awaitForecastsAt(PlayedEvening.HALF);
      processes.killTaskManager(1);
      long killed = System.nanoTime();
      PlayedEvening.writeSecondHalf(writer);
      output.awaitForecastsAt(PlayedEvening.HALF.plus(PlayedEvening.MINUTE));
      Duration recovery = Duration.ofNanos(System.nanoTime() - killed);
      output.awaitEnd();
      assertThat(processes.get("/jobs/" + job + "/exceptions"))
          .as("what the kill did to the job")
          .doesNotContain("\"entries\":[]");
      System.out.printf("first forecast %d ms after the kill%n", recovery.toMillis());
      return Result.of(output);
    }
  }

  private static TopicWriter topics(String bootstrap) {
    TopicAdmin.ensure(bootstrap, Topics.DEFAULT_PARTITIONS, 1);
    TopicWriter writer = new TopicWriter(bootstrap);
    PlayedEvening.writeCalendar(writer);
    return writer;
  }

  /** The first few records that differ, or that only one of both has. */
  private static List<String> difference(Map<String, String> here, Map<String, String> cluster) {
    List<String> keys = new ArrayList<>(here.keySet());
    cluster.keySet().stream().filter(key -> !here.containsKey(key)).forEach(keys::add);
    return keys.stream()
        .filter(key -> !Objects.equals(here.get(key), cluster.get(key)))
        .limit(3)
        .map(key -> key + "\nhere:    " + here.get(key) + "\ncluster: " + cluster.get(key))
        .toList();
  }
}
