package dev.kickoff.jobs.control.lead;

import dev.kickoff.connectors.kafka.ServicePartitioner;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.model.demand.Service;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who controls the groups of a service: the one process that owns the service's partition.
 *
 * <p>The members of one consumer group share the partitions of the forecasts; nothing is read. A
 * member that was not heard of for ten seconds loses its partitions. Being leader is a lease: it is
 * held only while a heartbeat was answered within four seconds, which leaves twice the time a call
 * to a fleet may take. The producer's epoch fences what a former leader still writes.
 */
public final class Leadership implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final double FRESH_HEARTBEAT_SECONDS = 4;
  private static final long FRESH_LOOK_NANOS = Duration.ofSeconds(2).toNanos();

  /** What is told when the lead is won and lost; called by one thread, and may take its time. */
  public interface Office {
    /** Begin to control. */
    void take();

    /** Stop to control, before anybody else begins. */
    void leave();
  }

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final TopicPartition wanted;
  private final Office office;
  private final Thread thread;
  private volatile boolean leads;
  private volatile double heartbeatAge = Double.MAX_VALUE;
  private volatile long lookedAt;
  private volatile boolean stopping;
  private volatile @Nullable RuntimeException failure;

  /**
   * Who seeks the lead, and where.
   *
   * @param bootstrap where the broker is found
   * @param partitions of the topics by service
   * @param instance a name of this process that outlives it, such as that of a pod in a stateful
   *     set: started again under it, it takes its lead back at once; empty without one
   */
  public record Candidate(String bootstrap, int partitions, Optional<String> instance) {}

  private Leadership(Candidate candidate, TopicPartition wanted, Office office) {
    this.wanted = wanted;
    this.office = office;
    Properties settings = new Properties();
    settings.put("bootstrap.servers", candidate.bootstrap());
    candidate.instance().ifPresent(name -> settings.put("group.instance.id", name));
    settings.put("group.id", "kickoff-controller");
    settings.put("session.timeout.ms", "10000");
    settings.put("heartbeat.interval.ms", "3000");
    settings.put("enable.auto.commit", "false");
    settings.put("auto.offset.reset", "latest");
    settings.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.thread = new Thread(this::run, "leadership");
    this.thread.setDaemon(true);
  }

  /** Runs for the lead of a service's groups. */
  public static Leadership seek(Candidate candidate, Service service, Office office) {
    int partition = ServicePartitioner.of(service.name(), candidate.partitions());
    Leadership leadership =
        new Leadership(candidate, new TopicPartition(Topics.FORECAST_CURRENT, partition), office);
    leadership.thread.start();
    return leadership;
  }

  /** Whether the lease is held now, with enough left for a call. */
  public boolean holds() {
    return leads
        && heartbeatAge <= FRESH_HEARTBEAT_SECONDS
        && System.nanoTime() - lookedAt < FRESH_LOOK_NANOS;
  }

  /** Why it no longer runs; empty while it does and after a normal stop. */
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  private void run() {
    try {
      consumer.subscribe(List.of(wanted.topic()), new Assignments());
      while (!stopping) {
        consumer.poll(POLL);
        heartbeatAge = secondsSinceHeartbeat();
        lookedAt = System.nanoTime();
      }
    } catch (RuntimeException e) {
      failure = e;
      LOG.error("leadership can no longer be sought", e);
    } finally {
      leave();
      closeQuietly();
    }
  }

  private void closeQuietly() {
    try {
      consumer.close();
    } catch (KafkaException e) {
      LOG.warn("the lead was not given back: {}", e.getMessage());
    }
  }

  private double secondsSinceHeartbeat() {
    for (Metric metric : consumer.metrics().values()) {
      if (metric.metricName().name().equals("last-heartbeat-seconds-ago")
          && metric.metricValue() instanceof Double seconds) {
        return seconds < 0 ? Double.MAX_VALUE : seconds;
      }
    }
    return Double.MAX_VALUE;
  }

  private void take() {
    LOG.info("this process leads {}", wanted);
    leads = true;
    office.take();
  }

  private void leave() {
    if (leads) {
      leads = false;
      LOG.info("this process no longer leads {}", wanted);
      office.leave();
    }
  }

  /** Keeps what is owned from being read: only who owns it matters. */
  private final class Assignments implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      consumer.pause(consumer.assignment());
      if (partitions.contains(wanted)) {
        take();
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      if (partitions.contains(wanted)) {
        leave();
      }
    }
  }

  /** Gives the lead back. */
  @Override
  public void close() {
    stopping = true;
    try {
      thread.join(15_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
