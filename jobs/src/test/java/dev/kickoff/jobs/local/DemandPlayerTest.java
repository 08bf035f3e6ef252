package dev.kickoff.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.TopicTail.Isolation;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandSignals;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.ServiceMasks;
import dev.kickoff.model.demand.inherit.Lineage;
import dev.kickoff.model.simulation.MatchDay;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemandPlayerTest {
  private static final MatchDay DAY = MatchDay.DEFAULT;
  private static final Instant START = DAY.from();

  @TempDir private Path folder;
  private final List<Instant> tapped = new ArrayList<>();

  private static Recording recording() {
    return new Recording(
        Map.of(new Service("web"), DAY.minutes(START, START.plus(Duration.ofHours(6)))),
        DemandUnit.RPM,
        EventCalendar.published(DAY.events()));
  }

  @Test
  void playsSignalsBesideTheDemandThatTheyRideWith() {
    DemandSeries minutes = DAY.minutes(START, START.plus(Duration.ofHours(1)));
    DemandSeries.Builder cpu = DemandSeries.builder(START, Duration.ofMinutes(1));
    cpu.set(START.plusSeconds(60), 0.25);
    Service web = new Service("web");
    DemandSignals signals =
        new DemandSignals(Optional.empty(), Optional.empty(), Optional.of(cpu.build()));
    Recording recording =
        new Recording(
            Map.of(web, minutes),
            DemandUnit.RPM,
            new Recording.Known(
                EventCalendar.empty(),
                CalendarFeed.NONE,
                ServiceMasks.none(),
                Lineage.none(),
                Map.of(web, signals)));
    assertThat(recording.endedWithin(START, START.plusSeconds(180)))
        .extracting(DemandSample::name, DemandSample::at)
        .containsExactly(
            tuple("requests", START),
            tuple("cpu", START.plusSeconds(60)),
            tuple("requests", START.plusSeconds(60)),
            tuple("requests", START.plusSeconds(120)));
  }

  private void play(String bootstrap, Instant through) {
    try (TopicWriter writer = new TopicWriter(bootstrap)) {
      DemandPlayer player =
          new DemandPlayer(recording(), bootstrap, writer, (s, end, rpm) -> tapped.add(end));
      player.publishCalendar(through);
      player.playTo(through);
      writer.flush();
    }
  }

  private static void writeRubbish(String bootstrap) {
    byte[] rubbish = "{not json".getBytes(StandardCharsets.UTF_8);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (String topic : List.of(Topics.DEMAND_SAMPLE, Topics.CALENDAR_EVENT)) {
        producer.send(new ProducerRecord<>(topic, 0, rubbish, rubbish)).get();
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void goesOnWhereTheBrokerSaysTheLastOneStopped() {
    Instant first = START.plus(Duration.ofHours(2));
    Instant second = START.plus(Duration.ofHours(5));
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(EmbeddedBroker.BrokerSettings.in(folder.resolve("broker")))) {
      TopicAdmin.ensure(broker.bootstrap(), Topics.DEFAULT_PARTITIONS, 1);
      play(broker.bootstrap(), first);
      writeRubbish(broker.bootstrap());
      play(broker.bootstrap(), second);

      List<Instant> played = new ArrayList<>();
      TopicEnd.readAll(
          broker.bootstrap(),
          Topics.DEMAND_SAMPLE,
          Isolation.READ_COMMITTED,
          record ->
              Json.decodeIfWellFormed(record.value(), DemandSample.class)
                  .filter(sample -> sample.name().equals(DemandSample.REQUESTS))
                  .ifPresent(sample -> played.add(sample.at())));
      List<Event> events = new ArrayList<>();
      TopicEnd.readAll(
          broker.bootstrap(),
          Topics.CALENDAR_EVENT,
          Isolation.READ_COMMITTED,
          record -> Json.decodeIfWellFormed(record.value(), Event.class).ifPresent(events::add));
      assertThat(played).doesNotHaveDuplicates().hasSize(5 * 60).isSorted();
      assertThat(tapped).doesNotHaveDuplicates().hasSize(5 * 60).isSorted();
      assertThat(events).hasSameSizeAs(DAY.events()).doesNotHaveDuplicates();
    }
  }
}
