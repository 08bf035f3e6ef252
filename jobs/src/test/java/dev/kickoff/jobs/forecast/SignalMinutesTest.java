package dev.kickoff.jobs.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.forecast.ForecastJobSettings.TimeRules;
import dev.kickoff.jobs.forecast.edge.MeasuredMinute;
import dev.kickoff.jobs.forecast.edge.MinuteRow;
import dev.kickoff.jobs.forecast.edge.Origin;
import dev.kickoff.jobs.forecast.edge.ReadSample;
import dev.kickoff.jobs.forecast.edge.ReadSample.Kind;
import dev.kickoff.model.demand.MinuteReading;
import dev.kickoff.model.demand.signal.Signal;
import dev.kickoff.model.demand.signal.SignalReading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signals on their way into minutes. Times are seconds; a minute is final at its 120th. */
class SignalMinutesTest {
  private static final Instant START = Instant.parse("1998-06-10T12:00:00Z");
  private static final Origin ORIGIN = new Origin("samples", 0, 7, new byte[0], new byte[0]);

  private KeyedOneInputStreamOperatorTestHarness<String, ReadSample, MeasuredMinute> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
    time(0);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void signalsRideWithTheRecordsOfTheirMinute() throws Exception {
    cpu("a", 0, 0.2);
    demand(0, 100);
    cpu("b", 0, 0.6);
    assertThat(said()).containsExactly(Map.of("cpu", 0.2));
    time(120);
    assertThat(said()).containsExactly(Map.of("cpu", 0.2), Map.of("cpu", 0.4));
  }

  @Test
  void aMinuteOfWhichOnlySignalsAreKnownStaysAGap() throws Exception {
    cpu("a", 0, 0.2);
    time(7200);
    assertThat(said()).isEmpty();
  }

  @Test
  void signalsThatComeAfterTheFinalRecordMakeItFinalAgain() throws Exception {
    demand(0, 100);
    time(600);
    cpu("a", 0, 0.2);
    cpu("a", 0, 0.2);
    assertThat(said()).containsExactly(Map.of(), Map.of(), Map.of("cpu", 0.2));
    MinuteRow last = harness.extractOutputValues().get(2).demand();
    assertThat(last).isEqualTo(new MinuteRow("web", at(0), 100, 1, 3, true, at(600) + 1));
  }

  @Test
  void aQuarterOfAnHourAfterTheirMinuteSignalsAreIgnored() throws Exception {
    cpu("a", 0, 0.2);
    demand(0, 100);
    time(60 + 900 - 1);
    cpu("a", 0, 0.4);
    time(60 + 900);
    cpu("a", 0, 0.9);
    demand(0, 90);
    assertThat(said().subList(2, 4)).allMatch(Map.of("cpu", 0.4)::equals);
    assertThat(said()).hasSize(4);
  }

  @Test
  void demandThatComesAfterItsTimeFindsTheSignalsOfItsMinute() throws Exception {
    cpu("a", 0, 0.2);
    time(600);
    demand(0, 100);
    assertThat(said()).containsExactly(Map.of("cpu", 0.2));
  }

  @Test
  void openMinutesKeepTheirSignalsOverARestart() throws Exception {
    cpu("a", 0, 0.2);
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(state);
    harness.open();
    demand(0, 100);
    assertThat(said()).containsExactly(Map.of("cpu", 0.2));
  }

  @Test
  void onlyOfTheNewestMinutesEveryReadingIsKept() throws Exception {
    long few = bytesAfterAnHour(1);
    assertThat(bytesAfterAnHour(40) - few).isLessThan(40 * 16 * 100);
  }

  private long bytesAfterAnHour(int sources) throws Exception {
    close();
    open();
    for (int second = 0; second < 3600; second += 60) {
      for (int source = 0; source < sources; source++) {
        cpu("host-" + source, second, 0.5);
      }
      demand(second, 100);
      time(second);
    }
    return harness.snapshot(1, 1).getStateSize();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, ReadSample, MeasuredMinute>
      harness() throws Exception {
    ForecastJobSettings settings =
        new ForecastJobSettings(
            "", 2, START, Optional.empty(), TimeRules.playing(), SeasonalNaive::new);
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new MinuteOperator(new MinuteAggregator(settings)), ReadSample::service, Types.STRING);
  }

  private void time(int second) throws Exception {
    harness.processWatermark(at(second));
  }

  private void demand(int second, double value) throws Exception {
    MinuteReading reading = new MinuteReading("lb", "{}", at(second), 60_000, value);
    long until = reading.untilMillis();
    take(new ReadSample(Kind.DEMAND, "web", reading, null, until, "", ORIGIN));
  }

  private void cpu(String source, int second, double value) throws Exception {
    SignalReading reading = new SignalReading(Signal.CPU, source, "{}", at(second), 60_000, value);
    long until = reading.untilMillis();
    take(new ReadSample(Kind.SIGNAL, "web", null, reading, until, "", ORIGIN));
  }

  private void take(ReadSample sample) throws Exception {
    harness.processElement(new StreamRecord<>(sample, sample.untilMillis()));
  }

  private List<Map<String, Double>> said() {
    return harness.extractOutputValues().stream().map(MeasuredMinute::signals).toList();
  }

  private static long at(int second) {
    return START.plusSeconds(second).toEpochMilli();
  }
}
