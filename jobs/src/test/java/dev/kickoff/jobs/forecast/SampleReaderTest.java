package dev.kickoff.jobs.forecast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.forecast.ForecastJobSettings.NowFrom;
import dev.kickoff.jobs.forecast.ForecastJobSettings.SampleClock;
import dev.kickoff.jobs.forecast.edge.ReadSample;
import dev.kickoff.jobs.forecast.edge.ReadSample.Kind;
import dev.kickoff.model.demand.signal.Signal;
import dev.kickoff.model.demand.signal.SignalReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleReaderTest {
  private static final Instant NOON = Instant.parse("1998-06-10T12:00:00Z");

  private final SampleReader reader = reader(NowFrom.HEARTBEATS);

  @Test
  void readsDemandSignalsAndHeartbeats() {
    assertThat(read("requests", NOON).kind()).isEqualTo(Kind.DEMAND);
    assertThat(read("latency_p99", NOON).kind()).isEqualTo(Kind.SIGNAL);
    assertThat(read("kickoff.heartbeat", NOON).kind()).isEqualTo(Kind.HEARTBEAT);
    assertThat(read("requests", NOON).untilMillis()).isEqualTo(NOON.plusSeconds(60).toEpochMilli());
  }

  @Test
  void readsKnownSignalsAndPutsAsideThoseThatCannotBe() {
    assertThat(read("cpu", NOON).signal())
        .isEqualTo(new SignalReading(Signal.CPU, "lb", "{}", NOON.toEpochMilli(), 60_000, 1));
    assertThat(read("latency_p99", NOON).signal()).as("a name that nobody knows").isNull();
    String tooMuch = new String(json("error_share", NOON), UTF_8).replace(":1,", ":1.5,");
    ReadSample refused = reader.understand(record(tooMuch.getBytes(UTF_8), 0));
    assertThat(refused.kind()).isEqualTo(Kind.PUT_ASIDE);
    assertThat(refused.reason()).isEqualTo("error_share 1.5 must be a share within 0..1");
  }

  @Test
  void putsAsideWhatIsOverAnHourAheadOfTheHeartbeats() {
    assertThat(read("requests", NOON.plus(Duration.ofDays(9))).kind())
        .as("nobody has said what time it is")
        .isEqualTo(Kind.DEMAND);
    read("kickoff.heartbeat", NOON.minusSeconds(60));
    assertThat(read("requests", NOON.plus(Duration.ofMinutes(59))).kind()).isEqualTo(Kind.DEMAND);
    ReadSample ahead = read("requests", NOON.plus(Duration.ofMinutes(60)));
    assertThat(ahead.kind()).isEqualTo(Kind.PUT_ASIDE);
    assertThat(ahead.reason())
        .isEqualTo("ends at 1998-06-10T13:01:00Z, PT1H1M ahead of now: check its clock");
  }

  @Test
  void inRealTimeTheBrokerSaysWhatTimeItIs() {
    SampleReader live = reader(NowFrom.BROKER);
    long appendedAt = NOON.toEpochMilli();
    assertThat(live.understand(record(json("requests", NOON), appendedAt)).kind())
        .isEqualTo(Kind.DEMAND);
    Instant wrong = NOON.plus(Duration.ofHours(2));
    assertThat(live.understand(record(json("requests", wrong), appendedAt)).kind())
        .isEqualTo(Kind.PUT_ASIDE);
    assertThat(live.understand(record(json("kickoff.heartbeat", wrong), appendedAt)).kind())
        .isEqualTo(Kind.PUT_ASIDE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "nonsense", "{\"service\":\"web\"}"})
  void putsAsideWhatIsNoSample(String payload) {
    ReadSample read = reader.understand(record(payload.getBytes(UTF_8), 0));
    assertThat(read.kind()).isEqualTo(Kind.PUT_ASIDE);
    assertThat(read.reason()).isNotBlank();
    assertThat(read.origin().place()).isEqualTo("kickoff.demand.sample.v1:1:42");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+99999-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59Z",
        "-0001-01-01T00:00:00Z",
        "1969-12-31T23:59:00Z"
      })
  void putsAsideTimesThatNobodyMeans(String at) {
    byte[] json =
        new String(json("requests", NOON), UTF_8).replace(NOON.toString(), at).getBytes(UTF_8);
    assertThat(reader.understand(record(json, 0)).kind()).isEqualTo(Kind.PUT_ASIDE);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void neverFailsOnDamagedSamples(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      byte[] json = json("requests", NOON);
      for (int k = 0; k <= random.nextInt(3); k++) {
        json[random.nextInt(json.length)] = (byte) random.nextInt(256);
      }
      assertThat(reader.understand(record(json, 0))).isNotNull();
    }
  }

  @Test
  void aHeartbeatCompletesATimeThatASampleOnlyBringsNear() {
    List<Long> emitted = new ArrayList<>();
    SampleWatermarks watermarks = new SampleWatermarks(0);
    watermarks.onEvent(read("requests", NOON), 0, output(emitted));
    watermarks.onPeriodicEmit(output(emitted));
    watermarks.onEvent(read("kickoff.heartbeat", NOON), 0, output(emitted));
    watermarks.onEvent(read("requests", NOON.minusSeconds(600)), 0, output(emitted));
    watermarks.onPeriodicEmit(output(emitted));
    long end = NOON.plusSeconds(60).toEpochMilli();
    assertThat(emitted).containsExactly(end - 1, end, end);
  }

  @Test
  void aSampleThatIsPutAsideDoesNotMoveTime() {
    List<Long> emitted = new ArrayList<>();
    SampleWatermarks watermarks = new SampleWatermarks(0);
    read("kickoff.heartbeat", NOON);
    watermarks.onEvent(read("requests", NOON.plus(Duration.ofDays(1))), 0, output(emitted));
    watermarks.onPeriodicEmit(output(emitted));
    assertThat(emitted).isEmpty();
  }

  private ReadSample read(String name, Instant at) {
    return reader.understand(record(json(name, at), 0));
  }

  private static SampleReader reader(NowFrom nowFrom) {
    return new SampleReader(new SampleClock(0, Duration.ofHours(1).toMillis(), nowFrom));
  }

  private static byte[] json(String name, Instant at) {
    return """
        {"service":"web","source":"lb","name":"%s","at":"%s","value":1,"unit":"COUNT","tags":{}}"""
        .formatted(name, at)
        .getBytes(UTF_8);
  }

  private static ConsumerRecord<byte[], byte[]> record(byte[] payload, long appendedAt) {
    return new ConsumerRecord<>(
        Topics.DEMAND_SAMPLE,
        1,
        42,
        appendedAt,
        TimestampType.LOG_APPEND_TIME,
        3,
        payload.length,
        "web".getBytes(UTF_8),
        payload,
        new RecordHeaders(),
        Optional.empty());
  }

  private static WatermarkOutput output(List<Long> emitted) {
    return new WatermarkOutput() {
      @Override
      public void emitWatermark(Watermark watermark) {
        emitted.add(watermark.getTimestamp());
      }

      @Override
      public void markIdle() {}

      @Override
      public void markActive() {}
    };
  }
}
