package dev.kickoff.jobs.api.audit;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.api.security.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The one writer of a process: appends entries to the topic, each chained to the one before, and
 * waits until all copies of the broker have it.
 */
final class AuditLog implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KafkaProducer<byte[], byte[]> producer;
  private final Supplier<String> newest;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread writer = new Thread(task, "kickoff-audit");
            writer.setDaemon(true);
            return writer;
          });
  private String writer = "";
  private long sequence;
  private String previous = "";

  /**
   * A writer.
   *
   * @param newest the hash of the newest entry of the topic, asked when a chain begins
   */
  AuditLog(String bootstrap, Supplier<String> newest) {
    this.newest = newest;
    Properties settings = new Properties();
    settings.put("bootstrap.servers", bootstrap);
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    settings.put("linger.ms", "0");
    settings.put("max.block.ms", String.valueOf(PATIENCE.toMillis()));
    settings.put("request.timeout.ms", String.valueOf(PATIENCE.toMillis() / 2));
    settings.put("delivery.timeout.ms", String.valueOf(PATIENCE.toMillis()));
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Appends an entry; returns when it stands.
   *
   * @throws IllegalStateException when it does not, or nobody knows
   */
  void append(AuditEntry.Act act, long omitted) {
    Future<?> written = thread.submit(() -> write(act, omitted));
    try {
      written.get(3 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing the audit", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the audit could not be written: " + e.getMessage(), e);
    }
  }

  private void write(AuditEntry.Act act, long omitted) {
    if (writer.isEmpty()) {
      writer = "api-" + Secrets.create().substring(0, 12);
      sequence = 0;
      previous = newest.get();
    }
    AuditEntry entry = new AuditEntry(writer, sequence + 1, previous, act, omitted);
    byte[] value = Json.encode(entry);
    String hash = AuditChain.hash(value);
    ProducerRecord<byte[], byte[]> written =
        new ProducerRecord<>(Topics.AUDIT_ENTRY, 0, writer.getBytes(StandardCharsets.UTF_8), value);
    written.headers().add(AuditChain.HASH, hash.getBytes(StandardCharsets.US_ASCII));
    try {
      producer.send(written).get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      sequence++;
      previous = hash;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      writer = "";
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      writer = ""; // nobody knows whether it stands: another chain begins
      throw new IllegalStateException("the broker did not take it: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    producer.close(PATIENCE);
  }
}
