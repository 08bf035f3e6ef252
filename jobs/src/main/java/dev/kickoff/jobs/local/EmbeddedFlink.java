package dev.kickoff.jobs.local;

import dev.kickoff.jobs.forecast.JobConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Flink cluster in this JVM that runs one job, and resumes it from its newest checkpoint.
 *
 * <p>Checkpoints are retained whatever ends the job: started again with the same folder the job
 * goes on from the newest complete one, also after a kill.
 */
public final class EmbeddedFlink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFlink.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final MiniCluster cluster;
  private final JobID job;

  private EmbeddedFlink(MiniCluster cluster, JobID job) {
    this.cluster = cluster;
    this.job = job;
  }

  /**
   * How to run the job.
   *
   * @param checkpoints folder of its checkpoints; created when missing
   * @param parallelism of every operator that does not set its own, and the cluster's slots
   * @param checkpointEvery how often its state is saved and its minutes become visible
   */
  public record FlinkSettings(Path checkpoints, int parallelism, Duration checkpointEvery) {
    /** Two slots, and a checkpoint every second. */
    public static FlinkSettings in(Path checkpoints) {
      return new FlinkSettings(checkpoints, 2, Duration.ofSeconds(1));
    }
  }

  /**
   * Starts a cluster and the job that {@code build} describes, from the newest checkpoint if there
   * is one.
   *
   * @throws IllegalStateException when the cluster does not start or does not take the job
   */
  public static EmbeddedFlink start(
      FlinkSettings settings, Consumer<StreamExecutionEnvironment> build) {
    MiniCluster cluster = null;
    try {
      Configuration configuration =
          JobConfiguration.of(uri(settings.checkpoints()), settings.checkpointEvery());
      JobGraph graph = graph(settings, configuration, build);
      cluster = new MiniCluster(clusterConfiguration(settings, configuration));
      cluster.start();
      cluster.submitJob(graph).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return new EmbeddedFlink(cluster, graph.getJobID());
    } catch (Exception e) {
      if (cluster != null) {
        cluster.closeAsync();
      }
      throw new IllegalStateException("the forecast job did not start: " + e.getMessage(), e);
    }
  }

  private static JobGraph graph(
      FlinkSettings settings,
      Configuration configuration,
      Consumer<StreamExecutionEnvironment> build) {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    environment.setParallelism(settings.parallelism());
    build.accept(environment);
    JobGraph graph = environment.getStreamGraph().getJobGraph();
    Optional<Path> newest = newestCheckpoint(settings.checkpoints());
    if (newest.isPresent()) {
      LOG.info("resuming from {}", newest.get());
      graph.setSavepointRestoreSettings(
          SavepointRestoreSettings.forPath(
              newest.get().toUri().toString(), false, RecoveryClaimMode.CLAIM));
    }
    return graph;
  }

  private static MiniClusterConfiguration clusterConfiguration(
      FlinkSettings settings, Configuration configuration) {
    Configuration cluster = new Configuration(configuration);
    cluster.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
    cluster.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
    cluster.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
    return new MiniClusterConfiguration.Builder()
        .setConfiguration(cluster)
        .setNumTaskManagers(1)
        .setNumSlotsPerTaskManager(settings.parallelism())
        .setCommonBindAddress("127.0.0.1")
        .withRandomPorts()
        .build();
  }

  private static String uri(Path folder) {
    try {
      Files.createDirectories(folder);
      return folder.toAbsolutePath().toUri().toString();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + folder, e);
    }
  }

  /** The newest complete checkpoint under {@code folder}; empty when there is none. */
  static Optional<Path> newestCheckpoint(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder, 3)) {
      List<Path> complete =
          files.filter(file -> file.endsWith("_metadata")).map(Path::getParent).toList();
      return complete.stream().max(Comparator.comparingLong(EmbeddedFlink::writtenAt));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  private static long writtenAt(Path checkpoint) {
    try {
      return Files.getLastModifiedTime(checkpoint.resolve("_metadata")).to(TimeUnit.NANOSECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + checkpoint, e);
    }
  }

  /** Whether the job runs; false while it starts, restarts or has ended. */
  public boolean isRunning() {
    return cluster.isRunning() && await(cluster.getJobStatus(job)) == JobStatus.RUNNING;
  }

  /** Why the job has ended for good; empty while it runs, starts or restarts. */
  public Optional<String> failure() {
    if (!cluster.isRunning() || !await(cluster.getJobStatus(job)).isGloballyTerminalState()) {
      return Optional.empty();
    }
    return await(cluster.requestJobResult(job))
        .getSerializedThrowable()
        .map(cause -> String.valueOf(cause.getMessage()));
  }

  /** Saves the job's state now, and returns when it is complete. */
  public void checkpoint() {
    await(cluster.triggerCheckpoint(job));
  }

  /** Ends the job as a crash would, with nothing saved after the last regular checkpoint. */
  public void kill() {
    await(cluster.closeAsync());
  }

  /** Saves the job's state where that is possible, then ends the job. */
  @Override
  public void close() {
    if (!cluster.isRunning()) {
      return;
    }
    try {
      checkpoint();
    } catch (IllegalStateException e) {
      LOG.warn("no final checkpoint, the last regular one counts: {}", e.getMessage());
    }
    kill();
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for Flink", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "Flink did not answer within " + PATIENCE.toSeconds() + " s", e);
    }
  }
}
