package dev.kickoff.jobs.forecast;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.MalformedRecordException;
import dev.kickoff.jobs.forecast.ForecastJobSettings.NowFrom;
import dev.kickoff.jobs.forecast.ForecastJobSettings.SampleClock;
import dev.kickoff.jobs.forecast.edge.Origin;
import dev.kickoff.jobs.forecast.edge.ReadSample;
import dev.kickoff.jobs.forecast.edge.ReadSample.Kind;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.MinuteReading;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Understands the records of the sample topic, each on its own; it never fails.
 *
 * <p>A sample from the future is put aside here, before it can move time: one wrong clock must not
 * make everybody else late.
 */
final class SampleReader implements KafkaRecordDeserializationSchema<ReadSample> {
  private static final long serialVersionUID = 1L;
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  private final SampleClock clock;
  private final Map<Integer, Long> heartbeats = new HashMap<>();

  SampleReader(SampleClock clock) {
    this.clock = clock;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> read, Collector<ReadSample> out) {
    out.collect(understand(read));
  }

  ReadSample understand(ConsumerRecord<byte[], byte[]> read) {
    Origin origin = Origin.of(read);
    try {
      DemandSample sample = Json.decode(origin.payload(), DemandSample.class);
      if (sample.at().isBefore(FIRST) || sample.at().isAfter(LAST)) {
        return putAside("time " + sample.at() + " must be within 1970 and 9998", origin);
      }
      Instant until = sample.until();
      long ahead = until.toEpochMilli() - now(read);
      if (ahead > clock.maxAheadMillis()) {
        return putAside(
            "ends at " + until + ", " + Duration.ofMillis(ahead) + " ahead of now: check its clock",
            origin);
      }
      return sample(sample, origin);
    } catch (MalformedRecordException e) {
      return putAside(String.valueOf(e.getMessage()), origin);
    }
  }

  private ReadSample sample(DemandSample sample, Origin origin) {
    long until = sample.until().toEpochMilli();
    String service = sample.service().name();
    return switch (sample.name()) {
      case DemandSample.HEARTBEAT -> {
        heartbeats.merge(origin.partition(), until, Math::max);
        yield new ReadSample(Kind.HEARTBEAT, service, null, until, "", origin);
      }
      case DemandSample.REQUESTS ->
          new ReadSample(Kind.DEMAND, service, MinuteReading.of(sample), until, "", origin);
      default -> new ReadSample(Kind.SIGNAL, service, null, until, "", origin);
    };
  }

  private long now(ConsumerRecord<byte[], byte[]> read) {
    if (clock.nowFrom() == NowFrom.BROKER) {
      return read.timestamp();
    }
    return heartbeats.getOrDefault(read.partition(), LAST.toEpochMilli());
  }

  private static ReadSample putAside(String reason, Origin origin) {
    return new ReadSample(Kind.PUT_ASIDE, "", null, 0, reason, origin);
  }

  @Override
  public TypeInformation<ReadSample> getProducedType() {
    return TypeInformation.of(ReadSample.class);
  }
}
