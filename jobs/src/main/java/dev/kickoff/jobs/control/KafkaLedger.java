package dev.kickoff.jobs.control;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.PlanHead;
import dev.kickoff.connectors.kafka.ServicePartitioner;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.demand.Service;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The ledger in Kafka: what a tick leaves behind is one transaction.
 *
 * <p>The transactional id belongs to the service's partition, so that a newer leader fences an
 * older one: its commits fail, and without a commit there is no call. Not thread safe.
 */
public final class KafkaLedger implements Ledger, AutoCloseable {
  /** The header of a decision that says what had been read, as JSON by topic/partition. */
  public static final String POSITIONS = "positions";

  /** The header of a decision that says which leader made it. */
  public static final String LEADER_EPOCH = "leader-epoch";

  /** The header of a decision that names the process that made it, where it has a name. */
  public static final String LEADER = "leader";

  private static final long REMEMBERED = 10_000;
  private static final long NEWEST_HEADS = 20;

  private final String bootstrap;
  private final int partition;
  private final Optional<String> instance;
  private final KafkaProducer<byte[], byte[]> producer;
  private long leaderEpoch = 1;
  private long planSequence;

  /** Opens the ledger for the groups of a service, and fences whoever held it before. */
  public KafkaLedger(String bootstrap, Service service, int partitions) {
    this(bootstrap, service, partitions, Optional.empty());
  }

  /**
   * Opens the ledger as a named process.
   *
   * @param instance a name of this process that outlives it; empty without one
   */
  public KafkaLedger(String bootstrap, Service service, int partitions, Optional<String> instance) {
    this.bootstrap = bootstrap;
    this.instance = instance;
    this.partition = ServicePartitioner.of(service.name(), partitions);
    Properties settings = new Properties();
    settings.put("bootstrap.servers", bootstrap);
    settings.put("transactional.id", "kickoff-controller-" + partition);
    settings.put("acks", "all");
    settings.put("linger.ms", "0");
    settings.put("compression.type", "gzip");
    settings.put("max.block.ms", "30000");
    settings.put("transaction.timeout.ms", "30000");
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  @Override
  public Past recall(String group) {
    ControlMemory[] memory = {ControlMemory.EMPTY};
    TopicEnd.read(
        bootstrap,
        Topics.DECISION_ENTRY,
        REMEMBERED,
        record -> {
          Decision decision = Json.decode(record.value(), Decision.class);
          if (decision.key().group().equals(group)) {
            memory[0] = memory[0].after(decision);
          }
        });
    Map<Long, ActuationIntent> open = new TreeMap<>();
    TopicEnd.read(
        bootstrap,
        Topics.ACTUATION_INTENT,
        REMEMBERED,
        record -> {
          ActuationIntent intent = Json.decode(record.value(), ActuationIntent.class);
          if (intent.group().equals(group)) {
            open.put(intent.sequence(), intent);
          }
        });
    open.values().removeIf(intent -> intent.outcome().isPresent());
    recallHead(group);
    return new Past(memory[0], new ArrayList<>(open.values()));
  }

  private void recallHead(String group) {
    TopicEnd.read(
        bootstrap,
        Topics.PLAN_HEAD,
        REMEMBERED,
        record -> {
          PlanHead head = Json.decode(record.value(), PlanHead.class);
          if (head.plan().group().equals(group)) {
            planSequence = Math.max(planSequence, head.sequence());
            leaderEpoch = Math.max(leaderEpoch, head.leaderEpoch() + 1);
          }
        });
  }

  @Override
  public void commit(Page page) {
    String group = page.decision().key().group();
    producer.beginTransaction();
    page.fleet().ifPresent(state -> send(Topics.FLEET_STATE, group, state));
    page.plan()
        .ifPresent(
            plan -> send(Topics.PLAN_HEAD, group, new PlanHead(leaderEpoch, ++planSequence, plan)));
    page.intent().ifPresent(intent -> send(Topics.ACTUATION_INTENT, group, intent));
    ProducerRecord<byte[], byte[]> entry = record(Topics.DECISION_ENTRY, group, page.decision());
    entry.headers().add(POSITIONS, Json.encode(new TreeMap<>(page.positions())));
    entry.headers().add(LEADER_EPOCH, String.valueOf(leaderEpoch).getBytes(StandardCharsets.UTF_8));
    instance.ifPresent(name -> entry.headers().add(LEADER, name.getBytes(StandardCharsets.UTF_8)));
    producer.send(entry);
    producer.commitTransaction();
  }

  @Override
  public void settle(ActuationIntent outcome) {
    producer.beginTransaction();
    send(Topics.ACTUATION_INTENT, outcome.group(), outcome);
    producer.commitTransaction();
  }

  @Override
  public boolean leads(String group) {
    long[] newest = {0};
    TopicEnd.read(
        bootstrap,
        Topics.PLAN_HEAD,
        NEWEST_HEADS,
        record -> {
          PlanHead head = Json.decode(record.value(), PlanHead.class);
          if (head.plan().group().equals(group)) {
            newest[0] = Math.max(newest[0], head.leaderEpoch());
          }
        });
    return newest[0] <= leaderEpoch;
  }

  @Override
  public long generation(String group) {
    return planSequence;
  }

  private void send(String topic, String key, Object value) {
    producer.send(record(topic, key, value));
  }

  private ProducerRecord<byte[], byte[]> record(String topic, String key, Object value) {
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, partition, keyBytes, Json.encode(value));
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
