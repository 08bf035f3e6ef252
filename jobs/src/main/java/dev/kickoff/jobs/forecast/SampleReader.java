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
import dev.kickoff.model.demand.signal.Signal;
import dev.kickoff.model.demand.signal.SignalReading;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
        yield new ReadSample(Kind.HEARTBEAT, service, null, null, until, "", origin);
      }
      case DemandSample.REQUESTS ->
          new ReadSample(Kind.DEMAND, service, MinuteReading.of(sample), null, until, "", origin);
      default -> signal(sample, origin);
    };
  }

  private static ReadSample signal(DemandSample sample, Origin origin) {
    Optional<Signal> signal = Signal.named(sample.name());
    if (signal.isPresent() && !signal.get().allows(sample.value())) {
      String range = " must be " + signal.get().range();
      return putAside(sample.name() + " " + sample.value() + range, origin);
    }
    return new ReadSample(
        Kind.SIGNAL,
        sample.service().name(),
        null,
        signal.map(s -> SignalReading.of(s, sample)).orElse(null),
        sample.until().toEpochMilli(),
        "",
        origin);
  }

  private long now(ConsumerRecord<byte[], byte[]> read) {
    if (clock.nowFrom() == NowFrom.BROKER) {
      return read.timestamp();
    }
    return heartbeats.getOrDefault(read.partition(), LAST.toEpochMilli());
  }

  private static ReadSample putAside(String reason, Origin origin) {
    return new ReadSample(Kind.PUT_ASIDE, "", null, null, 0, reason, origin);
  }

  @Override
  public TypeInformation<ReadSample> getProducedType() {
    return TypeInformation.of(ReadSample.class);
  }
}
