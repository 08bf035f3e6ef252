package dev.kickoff.jobs.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.jobs.forecast.ForecastJobSettings.TimeRules;
import dev.kickoff.jobs.forecast.calendar.KnownCalendar;
import dev.kickoff.jobs.forecast.edge.CalendarEntry;
import dev.kickoff.jobs.forecast.edge.IssuedForecast;
import dev.kickoff.jobs.forecast.edge.MinuteRow;
import dev.kickoff.jobs.forecast.edge.Origin;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A calendar that changes between two minutes. */
class ChangedCalendarTest {
  private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");
  private static final Origin ORIGIN = new Origin("calendar", 0, 1, new byte[0], new byte[0]);

  private KeyedTwoInputStreamOperatorTestHarness<String, MinuteRow, CalendarEntry, IssuedForecast>
      harness;

  @BeforeEach
  void open() throws Exception {
    operator();
    harness.processWatermark2(Watermark.MAX_WATERMARK);
    for (String service : List.of("web", "shop")) {
      minute(service, -1, 100, 0);
    }
    reach(0);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void renewsBothForecastsOfEveryServiceAtOnce() throws Exception {
    int before = issued().size();
    change("cup", 20, 1);
    assertThat(issued()).hasSize(before);
    settled();
    List<DemandForecast> again = issued().subList(before, before + 4);
    assertThat(again).extracting(f -> f.service().name()).contains("web", "shop");
    assertThat(again)
        .extracting(DemandForecast::kind)
        .contains(ForecastKind.NEAR, ForecastKind.FAR);
    assertThat(again).allMatch(f -> f.issuedAt().equals(NOON) && f.calendarRevision() == 1);
  }

  @Test
  void renewsNothingThatKnowsTheCalendarAlready() throws Exception {
    change("cup", 20, 1);
    settled();
    int before = issued().size();
    settled();
    assertThat(issued()).hasSize(before);
  }

  @Test
  void doesNotForgetTheChangeAtAMinuteBeforeItWasKnown() throws Exception {
    change("cup", 90, 1);
    settled();
    reach(1);
    assertThat(issued()).filteredOn(f -> f.issuedAt().equals(NOON.plusSeconds(60))).isNotEmpty();
    assertThat(issued().get(issued().size() - 1).calendarRevision()).isEqualTo(1);
  }

  @Test
  void usesOnlyTheMinutesThatTheForecastHadWhichItReplaces() throws Exception {
    minute("web", -1, 900, 1);
    change("cup", 20, 1);
    settled();
    List<DemandForecast> near =
        issued().stream()
            .filter(f -> f.kind() == ForecastKind.NEAR && f.service().name().equals("web"))
            .toList();
    assertThat(near).hasSize(2);
    assertThat(near.get(1).steps()).isEqualTo(near.get(0).steps());
    reach(1);
    DemandForecast next =
        issued().stream()
            .filter(f -> f.service().name().equals("web") && f.issuedAt().isAfter(NOON))
            .findFirst()
            .orElseThrow();
    assertThat(next.steps().get(0).mean().p50()).isEqualTo(900.0);
  }

  @Test
  void renewsNothingBeforeTheFirstForecast() throws Exception {
    harness.close();
    operator();
    minute("web", -1, 100, 0);
    change("cup", -20, 1);
    settled();
    assertThat(issued()).isEmpty();
  }

  private void operator() throws Exception {
    ForecastJobSettings settings =
        new ForecastJobSettings(
            "", 2, NOON, Optional.empty(), TimeRules.playing(), SeasonalNaive::new);
    harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(
                new ForecastOperator(settings), List.of(KnownCalendar.STATE)),
            MinuteRow::service,
            null,
            Types.STRING);
    harness.open();
  }

  private void change(String uid, int knownAtSecond, long revision) throws Exception {
    Optional<Instant> knownAt = Optional.of(NOON.plusSeconds(knownAtSecond));
    EventVersion version = new EventVersion(knownAt, 0, revision, EventStatus.CONFIRMED);
    Instant start = NOON.plusSeconds(36_000);
    Event event = new Event(uid, uid, "match", start, start.plusSeconds(60), Map.of(), version);
    String json = new String(Json.encode(event), StandardCharsets.UTF_8);
    harness.processElement2(
        new StreamRecord<>(new CalendarEntry(CalendarEntry.Kind.VERSION, uid, json, "", ORIGIN)));
  }

  private void settled() throws Exception {
    harness.processElement2(new StreamRecord<>(CalendarEntry.settled(ORIGIN)));
  }

  private void reach(int minute) throws Exception {
    harness.processWatermark1(new Watermark(NOON.plusSeconds(60L * minute).toEpochMilli()));
  }

  private void minute(String service, int minute, double value, int emittedAt) throws Exception {
    harness.processElement1(
        new StreamRecord<>(
            new MinuteRow(
                service,
                NOON.plusSeconds(60L * minute).toEpochMilli(),
                value,
                1,
                1,
                true,
                NOON.plusSeconds(60L * emittedAt).toEpochMilli())));
  }

  private List<DemandForecast> issued() {
    return harness.extractOutputValues().stream()
        .map(issued -> Json.decode(issued.json(), DemandForecast.class))
        .toList();
  }
}
