package dev.kickoff.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.ServicePartitioner;
import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.connectors.kafka.TopicTail;
import dev.kickoff.connectors.kafka.TopicTail.Reading;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.local.EmbeddedBroker.BrokerSettings;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker, and the plain ways to read and write its topics. */
class EmbeddedBrokerTest {
  private static final Instant MATCH = Instant.parse("1998-07-12T19:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void whatWasWrittenOutlivesTheBroker() throws Exception {
    DemandSample sample = sample("web", 0);
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder))) {
      TopicAdmin.ensure(broker.bootstrap(), 2, 1);
      try (TopicWriter writer = new TopicWriter(broker.bootstrap())) {
        writer.send(sample);
        writer.heartbeat("test", MATCH);
        writer.flush();
      }
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder))) {
      TopicAdmin.ensure(broker.bootstrap(), 2, 1);
      List<ConsumerRecord<byte[], byte[]>> read = readAll(broker, Topics.DEMAND_SAMPLE);
      assertThat(read).hasSize(3);
      assertThat(read).extracting(ConsumerRecord::partition).contains(0, 1);
      assertThat(read)
          .filteredOn(record -> new String(record.key()).equals("web"))
          .singleElement()
          .satisfies(
              record -> {
                assertThat(record.partition()).isEqualTo(ServicePartitioner.of("web", 2));
                assertThat(Json.decode(record.value(), DemandSample.class)).isEqualTo(sample);
              });
    }
  }

  @Test
  void retentionDeletesNoRecordedDemandForItsAge() throws Exception {
    Map<String, String> eager =
        Map.of("log.retention.check.interval.ms", "100", "log.initial.task.delay.ms", "100");
    try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(folder, 0, eager));
        Admin admin = admin(broker)) {
      TopicAdmin.ensure(broker.bootstrap(), 1, 1);
      NewTopic control = new NewTopic("control", 1, (short) 1);
      admin.createTopics(List.of(control.configs(Map.of("retention.ms", "604800000")))).all().get();
      try (KafkaProducer<byte[], byte[]> producer = producer(broker)) {
        for (String topic : List.of(Topics.DEMAND_SAMPLE, "control")) {
          long stamp = MATCH.toEpochMilli();
          byte[] value = Json.encode(sample("web", 0));
          producer.send(new ProducerRecord<>(topic, 0, stamp, value, value)).get();
        }
      }
      Instant deadline = Instant.now().plus(PATIENCE);
      while (earliest(admin, "control") == 0) {
        assertThat(Instant.now()).as("the retention check must run").isBefore(deadline);
        Thread.sleep(50); // sleeps between two looks at the condition
      }
      assertThat(earliest(admin, Topics.DEMAND_SAMPLE)).isZero();
      assertThat(readAll(broker, Topics.DEMAND_SAMPLE)).hasSize(1);
    }
  }

  @Test
  void saysAtOnceEverythingThatIsWrongWithExistingTopics() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder));
        Admin admin = admin(broker)) {
      NewTopic wrong = new NewTopic(Topics.DEMAND_SAMPLE, 3, (short) 1);
      admin.createTopics(List.of(wrong)).all().get();
      String samples = Topics.DEMAND_SAMPLE;
      assertThatThrownBy(() -> TopicAdmin.ensure(broker.bootstrap(), 2, 1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(samples + ": partitions is 3, must be 2")
          .hasMessageContaining(
              samples + ": message.timestamp.type is CreateTime, must be LogAppendTime");
    }
  }

  @Test
  void aTailReadsFromTheBeginningOrFromAPositionAndReportsItsFailure() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder));
        TopicWriter writer = new TopicWriter(broker.bootstrap())) {
      TopicAdmin.ensure(broker.bootstrap(), 1, 1);
      for (int minute = 0; minute < 10; minute++) {
        writer.send(sample("web", minute));
      }
      writer.flush();
      TopicPartition partition = new TopicPartition(Topics.DEMAND_SAMPLE, 0);
      Reading late =
          new Reading(
              List.of(Topics.DEMAND_SAMPLE),
              TopicTail.Isolation.READ_UNCOMMITTED,
              Map.of(partition, 7L));
      List<Long> offsets = new CopyOnWriteArrayList<>();
      try (TopicTail tail =
          TopicTail.start(broker.bootstrap(), late, record -> offsets.add(record.offset()))) {
        assertThat(tail.awaitCaughtUp(PATIENCE)).isTrue();
        assertThat(offsets).containsExactly(7L, 8L, 9L);
        assertThat(tail.positions()).containsEntry(partition, 10L);
        assertThat(tail.failure()).isEqualTo(Optional.empty());
      }
      try (TopicTail failing =
          TopicTail.start(
              broker.bootstrap(),
              Reading.committed(Topics.DEMAND_SAMPLE),
              record -> {
                throw new IllegalStateException("cannot use it");
              })) {
        assertThatThrownBy(() -> failing.awaitCaughtUp(PATIENCE))
            .hasMessageContaining("cannot use it");
      }
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> readAll(EmbeddedBroker broker, String topic)
      throws InterruptedException {
    List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
    try (TopicTail tail =
        TopicTail.start(broker.bootstrap(), Reading.committed(topic), read::add)) {
      assertThat(tail.awaitCaughtUp(PATIENCE)).isTrue();
    }
    return read;
  }

  private static DemandSample sample(String service, int minute) {
    return new DemandSample(
        new Service(service),
        "lb",
        DemandSample.REQUESTS,
        MATCH.plusSeconds(60L * minute),
        Duration.ofMinutes(1),
        3135993,
        DemandUnit.COUNT,
        Map.of());
  }

  private static long earliest(Admin admin, String topic) throws Exception {
    TopicPartition partition = new TopicPartition(topic, 0);
    ListOffsetsResultInfo info =
        admin
            .listOffsets(Map.of(partition, OffsetSpec.earliest()))
            .partitionResult(partition)
            .get();
    return info.offset();
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(settings(broker));
  }

  private static KafkaProducer<byte[], byte[]> producer(EmbeddedBroker broker) {
    return new KafkaProducer<>(
        settings(broker), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static Properties settings(EmbeddedBroker broker) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", broker.bootstrap());
    return settings;
  }
}
