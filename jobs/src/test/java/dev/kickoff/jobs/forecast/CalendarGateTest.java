package dev.kickoff.jobs.forecast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.forecast.edge.CalendarEntry;
import dev.kickoff.jobs.forecast.edge.CalendarEntry.Kind;
import dev.kickoff.jobs.forecast.edge.DeadRecord;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventVersion;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class CalendarGateTest {
  private static final Event EVENT =
      new Event(
          "e1",
          "Final",
          "match",
          Instant.EPOCH,
          Instant.EPOCH.plusSeconds(1),
          Map.of(),
          EventVersion.FIRST);

  @Test
  void anEmptyCalendarHoldsNothingBack() throws Exception {
    try (var gate = gate(Optional.empty())) {
      gate.open();
      assertThat(isOpen(gate)).isTrue();
    }
  }

  @Test
  void opensWithTheLastRecordThatStoodThereAtTheStart() throws Exception {
    try (var gate = gate(Optional.of(2L))) {
      gate.open();
      read(gate, 0, Json.encode(EVENT));
      read(gate, 1, Json.encode(EVENT));
      assertThat(isOpen(gate)).isFalse();
      read(gate, 2, Json.encode(EVENT));
      assertThat(isOpen(gate)).isTrue();
      assertThat(gate.extractOutputValues()).hasSize(3);
    }
  }

  @Test
  void opensAlsoWhenThatRecordIsMalformed() throws Exception {
    try (var gate = gate(Optional.of(0L))) {
      gate.open();
      read(gate, 0, "{\"uid\":\"e1\"}".getBytes(UTF_8));
      assertThat(isOpen(gate)).isTrue();
      assertThat(gate.extractOutputValues()).isEmpty();
      DeadRecord dead = gate.getSideOutput(CalendarGate.DEAD).element().getValue();
      assertThat(dead.reason()).contains("title");
    }
  }

  @Test
  void opensAtOnceWhereAllHadBeenReadBeforeARestart() throws Exception {
    OperatorSubtaskState state;
    try (var gate = gate(Optional.of(2L))) {
      gate.open();
      read(gate, 2, Json.encode(EVENT));
      state = gate.snapshot(1, 1);
    }
    try (var gate = gate(Optional.of(2L))) {
      gate.initializeState(state);
      gate.open();
      assertThat(isOpen(gate)).isTrue();
    }
    try (var gate = gate(Optional.of(3L))) {
      gate.initializeState(state);
      gate.open();
      assertThat(isOpen(gate)).isFalse();
    }
  }

  @Test
  void aRecordWithoutValueRemovesTheEventOfItsKey() {
    CalendarEntry entry =
        CalendarReader.understand(
            new ConsumerRecord<>(Topics.CALENDAR_EVENT, 0, 5, "e1".getBytes(UTF_8), null));
    assertThat(entry.kind()).isEqualTo(Kind.REMOVAL);
    assertThat(entry.uid()).isEqualTo("e1");
  }

  private static OneInputStreamOperatorTestHarness<CalendarEntry, CalendarEntry> gate(
      Optional<Long> through) throws Exception {
    return new OneInputStreamOperatorTestHarness<>(new CalendarGate(through));
  }

  private static void read(
      OneInputStreamOperatorTestHarness<CalendarEntry, CalendarEntry> gate,
      long offset,
      byte[] value)
      throws Exception {
    gate.processElement(
        new StreamRecord<>(
            CalendarReader.understand(
                new ConsumerRecord<>(
                    Topics.CALENDAR_EVENT, 0, offset, "e1".getBytes(UTF_8), value))));
  }

  private static boolean isOpen(
      OneInputStreamOperatorTestHarness<CalendarEntry, CalendarEntry> gate) throws Exception {
    gate.setProcessingTime(gate.getProcessingTime() + 1);
    return gate.getOutput().contains(Watermark.MAX_WATERMARK);
  }
}
