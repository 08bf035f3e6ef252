package dev.kickoff.jobs.api.webhook;

import dev.kickoff.connectors.kafka.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics for one receiver, a record at a time, and remembers in Kafka how far it was
 * told. A receiver that was never told anything is told what comes from now on.
 *
 * <p>Of decisions that it was told already the last {@value #LOOK_BACK} of a partition are read
 * again, so that the alarms that stand are known; {@link HookEntry#isNews} tells them apart. Used
 * by one thread; only {@link #stop} may be called by others.
 */
final class HookConsumer implements ConsumerRebalanceListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HookConsumer.class);
  private static final long LOOK_BACK = 2_000;
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> newsFrom = new HashMap<>();
  private volatile boolean stopping;
  private boolean resting;
  private boolean started;

  HookConsumer(String bootstrap, String group, List<String> topics) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", bootstrap);
    settings.put("group.id", group);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", "false");
    settings.put("auto.offset.reset", "earliest");
    settings.put("allow.auto.create.topics", "false");
    settings.put("max.poll.records", "1");
    settings.put("fetch.max.wait.ms", "100");
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(topics, this);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    partitions.forEach(newsFrom::remove);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    for (TopicPartition partition : partitions) {
      long first = beginnings.getOrDefault(partition, 0L);
      OffsetAndMetadata told = committed.get(partition);
      long next =
          told == null ? ends.getOrDefault(partition, first) : Math.max(told.offset(), first);
      if (told == null) {
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(next)));
      }
      newsFrom.put(partition, next);
      boolean remembers = partition.topic().equals(Topics.DECISION_ENTRY);
      consumer.seek(partition, remembers ? Math.max(first, next - LOOK_BACK) : next);
    }
    if (resting) {
      consumer.pause(partitions);
    }
    started = true;
  }

  /** Whether it has begun to listen: what is written from then on is news. */
  boolean hasStarted() {
    return started;
  }

  /** The next record; empty when none came for a moment. */
  Optional<HookEntry> next() {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      boolean isNews = record.offset() >= newsFrom.getOrDefault(partition, 0L);
      return Optional.of(new HookEntry(record, isNews));
    }
    return Optional.empty();
  }

  /**
   * Waits without reading on, as a member of its group.
   *
   * @return false when the record in hand has become another process's, or it was stopped
   */
  boolean rest(Duration pause, TopicPartition inHand) {
    long until = System.nanoTime() + pause.toNanos();
    resting = true;
    consumer.pause(consumer.assignment());
    try {
      for (long left = pause.toNanos(); left > 0; left = until - System.nanoTime()) {
        consumer.poll(Duration.ofMillis(1 + Math.min(left, POLL.toNanos()) / 1_000_000));
        if (stopping || !newsFrom.containsKey(inHand)) {
          return false;
        }
      }
      return true;
    } finally {
      resting = false;
      consumer.resume(consumer.assignment());
    }
  }

  /** Remembers that the receiver was told of everything up to a record. */
  void told(HookEntry entry) {
    long next = entry.record().offset() + 1;
    if (next > newsFrom.getOrDefault(entry.partition(), Long.MAX_VALUE)) {
      try {
        consumer.commitSync(Map.of(entry.partition(), new OffsetAndMetadata(next)));
      } catch (CommitFailedException | RebalanceInProgressException e) {
        LOG.info("what was told last may be told again: {}", e.getMessage());
      }
    }
  }

  /** Ends a rest, from another thread. */
  void stop() {
    stopping = true;
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
  }
}
