package dev.kickoff.connectors.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that reads topics whole and then keeps following them; no group, no commits.
 *
 * <p>Records of one partition reach the handler in order, all from the one thread. A handler that
 * throws ends the tail: {@link #failure} then says why.
 */
public final class TopicTail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration ASK = Duration.ofSeconds(30);

  /** Whether records of transactions that are still open, or were aborted, are read too. */
  public enum Isolation {
    READ_COMMITTED,
    READ_UNCOMMITTED
  }

  /**
   * What to read.
   *
   * @param topics must exist
   * @param from where to begin, by partition; a partition not named is read from its beginning
   */
  public record Reading(
      Collection<String> topics, Isolation isolation, Map<TopicPartition, Long> from) {
    public Reading {
      topics = List.copyOf(topics);
      from = Map.copyOf(from);
    }

    /** These topics from their beginning, committed records only. */
    public static Reading committed(String... topics) {
      return new Reading(List.of(topics), Isolation.READ_COMMITTED, Map.of());
    }
  }

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Consumer<ConsumerRecord<byte[], byte[]>> handler;
  private final Thread thread;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
  private volatile boolean stopping;
  private volatile @Nullable RuntimeException failure;

  private TopicTail(
      KafkaConsumer<byte[], byte[]> consumer, Consumer<ConsumerRecord<byte[], byte[]>> handler) {
    this.consumer = consumer;
    this.handler = handler;
    this.thread = new Thread(this::run, "topic-tail");
    thread.setDaemon(true);
  }

  /**
   * Starts to read.
   *
   * @throws IllegalStateException when a topic does not exist
   */
  public static TopicTail start(
      String bootstrap, Reading reading, Consumer<ConsumerRecord<byte[], byte[]>> handler) {
    KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrap, reading.isolation());
    try {
      List<TopicPartition> partitions = partitions(consumer, reading.topics());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      reading.from().forEach(consumer::seek);
      TopicTail tail = new TopicTail(consumer, handler);
      tail.thread.start();
      return tail;
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap, Isolation isolation) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", bootstrap);
    settings.put("isolation.level", isolation.name().toLowerCase(Locale.ROOT));
    settings.put("enable.auto.commit", "false");
    settings.put("auto.offset.reset", "earliest");
    settings.put("allow.auto.create.topics", "false");
    settings.put("fetch.max.wait.ms", "50");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, Collection<String> topics) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : topics) {
      List<PartitionInfo> found = consumer.partitionsFor(topic, ASK);
      if (found == null || found.isEmpty()) {
        throw new IllegalStateException("topic " + topic + " does not exist; create it first");
      }
      found.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    }
    return partitions;
  }

  private void run() {
    try {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), ASK);
      readTo(ends);
      caughtUp.countDown();
      while (!stopping) {
        readOnce();
      }
    } catch (WakeupException e) {
      LOG.debug("tail of {} stops", positions.keySet());
    } catch (RuntimeException e) {
      failure = e;
      LOG.error("the tail of {} has ended", positions, e);
    } finally {
      caughtUp.countDown();
      consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    }
  }

  private void readTo(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> open = new HashMap<>(ends);
    while (!stopping && !open.isEmpty()) {
      readOnce();
      open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    }
  }

  private void readOnce() {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    for (ConsumerRecord<byte[], byte[]> record : records) {
      handler.accept(record);
    }
    for (TopicPartition partition : consumer.assignment()) {
      positions.put(partition, consumer.position(partition));
    }
  }

  /**
   * Waits until everything that stood in the topics at the start has been handled.
   *
   * @return false when the time ran out first
   * @throws IllegalStateException when the tail has ended by a failure
   */
  public boolean awaitCaughtUp(Duration timeout) throws InterruptedException {
    boolean reached = caughtUp.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    RuntimeException cause = failure;
    if (cause != null) {
      throw new IllegalStateException("the tail has ended: " + cause.getMessage(), cause);
    }
    return reached;
  }

  /** The next offset to be read, by partition; empty before the first poll. */
  public Map<TopicPartition, Long> positions() {
    return Map.copyOf(positions);
  }

  /** Why the tail ended on its own; empty while it runs and after a normal stop. */
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Stops after the record in hand and waits for the thread; not to be called by the handler. */
  @Override
  public void close() {
    stopping = true;
    consumer.wakeup();
    try {
      thread.join(ASK.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
