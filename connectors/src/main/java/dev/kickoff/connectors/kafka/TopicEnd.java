package dev.kickoff.connectors.kafka;

import dev.kickoff.connectors.kafka.TopicTail.Isolation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The newest records of a topic, for those who start and must know where they stood. */
public final class TopicEnd {
  private static final Duration ASK = Duration.ofSeconds(30);

  private TopicEnd() {}

  /**
   * Where the newest {@code count} records of each partition begin; at the partition's beginning
   * where it has fewer.
   */
  public static Map<TopicPartition, Long> offsets(String bootstrap, String topic, long count) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrap, Isolation.READ_COMMITTED)) {
      return offsets(consumer, partitions(consumer, topic), count);
    }
  }

  /** The offset of the last record of a topic with one partition; empty when it holds none. */
  public static Optional<Long> lastOffset(String bootstrap, String topic) {
    long end = offsets(bootstrap, topic, 0).values().stream().mapToLong(Long::longValue).sum();
    return end == 0 ? Optional.empty() : Optional.of(end - 1);
  }

  /** Hands over the newest {@code count} committed records of each partition, oldest first. */
  public static void read(
      String bootstrap, String topic, long count, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    read(bootstrap, new Reading(topic, Isolation.READ_COMMITTED, count), taker);
  }

  /** Hands over every record of a topic that stands there now, oldest first by partition. */
  public static void readAll(
      String bootstrap,
      String topic,
      Isolation isolation,
      Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    read(bootstrap, new Reading(topic, isolation, Long.MAX_VALUE / 2), taker);
  }

  private record Reading(String topic, Isolation isolation, long count) {}

  private static void read(
      String bootstrap, Reading reading, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrap, reading.isolation())) {
      List<TopicPartition> partitions = partitions(consumer, reading.topic());
      consumer.assign(partitions);
      offsets(consumer, partitions, reading.count()).forEach(consumer::seek);
      Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions, ASK));
      ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
      while (!ends.isEmpty()) {
        consumer.poll(Duration.ofMillis(200)).forEach(taker);
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
      }
    }
  }

  private static Map<TopicPartition, Long> offsets(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, long count) {
    Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions, ASK);
    Map<TopicPartition, Long> from = new HashMap<>();
    consumer
        .endOffsets(partitions, ASK)
        .forEach((p, end) -> from.put(p, Math.max(starts.getOrDefault(p, 0L), end - count)));
    return from;
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    List<TopicPartition> partitions = new ArrayList<>();
    consumer
        .partitionsFor(topic, ASK)
        .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    return partitions;
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap, Isolation isolation) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "isolation.level",
            isolation.name().toLowerCase(Locale.ROOT),
            "enable.auto.commit",
            "false",
            "allow.auto.create.topics",
            "false");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
