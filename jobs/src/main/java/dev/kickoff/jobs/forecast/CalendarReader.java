package dev.kickoff.jobs.forecast;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.MalformedRecordException;
import dev.kickoff.jobs.forecast.edge.CalendarEntry;
import dev.kickoff.jobs.forecast.edge.CalendarEntry.Kind;
import dev.kickoff.jobs.forecast.edge.Origin;
import dev.kickoff.model.calendar.Event;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Understands the records of the calendar topic, each on its own; it never fails. */
final class CalendarReader implements KafkaRecordDeserializationSchema<CalendarEntry> {
  private static final long serialVersionUID = 1L;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> read, Collector<CalendarEntry> out) {
    out.collect(understand(read));
  }

  static CalendarEntry understand(ConsumerRecord<byte[], byte[]> read) {
    Origin origin = Origin.of(read);
    String key = new String(origin.key(), StandardCharsets.UTF_8);
    if (read.value() == null) {
      return new CalendarEntry(Kind.REMOVAL, key, "", "", origin);
    }
    try {
      Event event = Json.decode(origin.payload(), Event.class);
      String version = new String(origin.payload(), StandardCharsets.UTF_8);
      return new CalendarEntry(Kind.VERSION, event.uid(), version, "", origin);
    } catch (MalformedRecordException e) {
      return new CalendarEntry(Kind.PUT_ASIDE, key, "", String.valueOf(e.getMessage()), origin);
    }
  }

  @Override
  public TypeInformation<CalendarEntry> getProducedType() {
    return TypeInformation.of(CalendarEntry.class);
  }
}
