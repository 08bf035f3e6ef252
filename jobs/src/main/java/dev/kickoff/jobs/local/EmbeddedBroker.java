package dev.kickoff.jobs.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker and controller in this JVM, on the loopback address only.
 *
 * <p>What is written to it outlives it: started again in the same folder it goes on where it was,
 * also after a kill.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final int NODE = 1;

  private final KafkaRaftServer server;
  private final String bootstrap;

  private EmbeddedBroker(KafkaRaftServer server, String bootstrap) {
    this.server = server;
    this.bootstrap = bootstrap;
  }

  /**
   * Where and how to run a broker.
   *
   * @param folder holds its log; created and formatted when missing
   * @param port where it listens; 0 chooses a free one
   * @param overrides broker settings that replace Kickoff's own
   */
  public record BrokerSettings(Path folder, int port, Map<String, String> overrides) {
    public BrokerSettings {
      overrides = Map.copyOf(overrides);
    }

    /** A broker on a free port. */
    public static BrokerSettings in(Path folder) {
      return new BrokerSettings(folder, 0, Map.of());
    }
  }

  /**
   * Starts a broker, and returns when it serves.
   *
   * @throws IllegalStateException when another process uses the folder or the port
   */
  public static EmbeddedBroker start(BrokerSettings settings) {
    int port = settings.port() == 0 ? freePort() : settings.port();
    try {
      Files.createDirectories(settings.folder());
      if (!Files.exists(settings.folder().resolve("meta.properties"))) {
        format(settings.folder());
      }
      KafkaConfig config = new KafkaConfig(config(settings, port, freePort()), false);
      KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
      server.startup();
      return new EmbeddedBroker(server, "127.0.0.1:" + port);
    } catch (Exception e) {
      throw new IllegalStateException(
          "no broker on port " + port + " in " + settings.folder() + ": " + e.getMessage(), e);
    }
  }

  private static void format(Path folder) throws Exception {
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
        .setNodeId(NODE)
        .setClusterId(Uuid.randomUuid().toString())
        .setDirectories(List.of(folder.toString()))
        .setMetadataLogDirectory(folder.toString())
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setFeatureLevel("transaction.version", (short) 1)
        .setControllerListenerName("CONTROLLER")
        .setIgnoreFormatted(false)
        .run();
  }

  private static Map<String, String> config(BrokerSettings settings, int port, int controller) {
    Map<String, String> config = new LinkedHashMap<>();
    config.put("process.roles", "broker,controller");
    config.put("node.id", String.valueOf(NODE));
    config.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controller);
    config.put("controller.listener.names", "CONTROLLER");
    config.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
    config.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    config.put("log.dirs", settings.folder().toString());
    config.put("auto.create.topics.enable", "false");
    config.put("default.replication.factor", "1");
    config.put("min.insync.replicas", "1");
    config.put("offsets.topic.num.partitions", "2");
    config.put("offsets.topic.replication.factor", "1");
    config.put("transaction.state.log.num.partitions", "2");
    config.put("transaction.state.log.replication.factor", "1");
    config.put("transaction.state.log.min.isr", "1");
    config.put("transaction.max.timeout.ms", "604800000");
    config.put("share.coordinator.state.topic.num.partitions", "1");
    config.put("share.coordinator.state.topic.replication.factor", "1");
    config.put("share.coordinator.state.topic.min.isr", "1");
    config.put("group.initial.rebalance.delay.ms", "0");
    config.put("broker.session.timeout.ms", "2000");
    config.put("broker.heartbeat.interval.ms", "500");
    config.put("log.cleaner.dedupe.buffer.size", "4194304");
    config.put("num.network.threads", "2");
    config.put("num.io.threads", "2");
    config.putAll(settings.overrides());
    return config;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }

  /** Where clients find it, {@code 127.0.0.1:port}. */
  public String bootstrap() {
    return bootstrap;
  }

  /** Stops it, and waits until its log is closed. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
