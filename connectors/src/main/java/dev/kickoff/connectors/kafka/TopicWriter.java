package dev.kickoff.connectors.kafka;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.Service;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to their topics and partitions; idempotent, in order, acknowledged by all copies.
 *
 * <p>Safe for use by several threads. A write that fails is reported by the next call.
 */
public final class TopicWriter implements AutoCloseable {
  /** The service of records that belong to none. */
  public static final Service NO_SERVICE = new Service("-");

  /** The header that says who wrote a version of an event. */
  public static final String ORIGIN = "kickoff-origin";

  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  public TopicWriter(String bootstrap) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", bootstrap);
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    settings.put("linger.ms", "2");
    settings.put("compression.type", "lz4");
    settings.put("max.block.ms", "30000");
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Whether a record says that {@code origin} wrote it. */
  public static boolean isFrom(String origin, ConsumerRecord<byte[], byte[]> entry) {
    return origin(entry).equals(Optional.of(origin));
  }

  /** Who a record says wrote it; empty where it says nothing. */
  public static Optional<String> origin(ConsumerRecord<byte[], byte[]> entry) {
    return Optional.ofNullable(entry.headers().lastHeader(ORIGIN))
        .map(header -> new String(header.value(), StandardCharsets.UTF_8));
  }

  /** Writes one sample to its service's partition. */
  public void send(DemandSample sample) {
    put(Topics.DEMAND_SAMPLE, sample.service(), sample.service().name(), sample);
  }

  /** Writes one version of an event to the calendar. */
  public void send(Event version) {
    send(Topics.CALENDAR_EVENT, 0, version.uid(), Json.encode(version));
  }

  /** Writes one version of an event to the calendar, with a header that says who did. */
  public void send(Event version, String origin) {
    send(entry(Topics.CALENDAR_EVENT, version, origin));
  }

  /** Puts a version that is not believed into the calendar's dead letters, with the reason. */
  public void putAside(Event version, String reason, String origin) {
    ProducerRecord<byte[], byte[]> entry = entry(Topics.DEAD_CALENDAR_EVENT, version, origin);
    entry.headers().add("reason", reason.getBytes(StandardCharsets.UTF_8));
    send(entry);
  }

  /** Puts a payload as it is into a topic of dead letters that has one partition. */
  public void putAside(String topic, String key, byte[] payload, Headers headers) {
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    send(new ProducerRecord<>(topic, 0, keyBytes, payload, headers));
  }

  private static ProducerRecord<byte[], byte[]> entry(String topic, Event version, String origin) {
    byte[] key = version.uid().getBytes(StandardCharsets.UTF_8);
    ProducerRecord<byte[], byte[]> entry =
        new ProducerRecord<>(topic, 0, key, Json.encode(version));
    entry.headers().add(ORIGIN, origin.getBytes(StandardCharsets.UTF_8));
    return entry;
  }

  /**
   * Tells every partition of the samples that all that ended at or before {@code through} has been
   * written.
   *
   * @param source who says so
   */
  public void heartbeat(String source, Instant through) {
    Duration minute = Duration.ofMinutes(1);
    byte[] beat =
        Json.encode(
            new DemandSample(
                NO_SERVICE,
                source,
                DemandSample.HEARTBEAT,
                through.minus(minute),
                minute,
                0,
                DemandUnit.COUNT,
                Map.of()));
    int partitions = producer.partitionsFor(Topics.DEMAND_SAMPLE).size();
    for (int partition = 0; partition < partitions; partition++) {
      send(Topics.DEMAND_SAMPLE, partition, NO_SERVICE.name(), beat);
    }
  }

  /** Writes {@code value} as JSON to the service's partition of any per-service topic. */
  public void put(String topic, Service service, String key, Object value) {
    int partitions = producer.partitionsFor(topic).size();
    send(topic, ServicePartitioner.of(service.name(), partitions), key, Json.encode(value));
  }

  private void send(String topic, int partition, String key, byte[] value) {
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    send(new ProducerRecord<>(topic, partition, keyBytes, value));
  }

  private void send(ProducerRecord<byte[], byte[]> entry) {
    throwFailure();
    producer.send(
        entry,
        (metadata, e) -> {
          if (e != null) {
            failure.compareAndSet(null, e);
          }
        });
  }

  /**
   * Waits until everything written has been acknowledged.
   *
   * @throws IllegalStateException when a write failed
   */
  public void flush() {
    producer.flush();
    throwFailure();
  }

  private void throwFailure() {
    Exception e = failure.get();
    if (e != null) {
      throw new IllegalStateException("a write to the broker failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(10));
  }
}
