package dev.kickoff.connectors.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrap)) {
      return offsets(consumer, partitions(consumer, topic), count);
    }
  }

  /** Hands over the newest {@code count} committed records of each partition, oldest first. */
  public static void read(
      String bootstrap, String topic, long count, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrap)) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      offsets(consumer, partitions, count).forEach(consumer::seek);
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

  private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", bootstrap,
            "isolation.level", "read_committed",
            "enable.auto.commit", "false",
            "allow.auto.create.topics", "false");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
