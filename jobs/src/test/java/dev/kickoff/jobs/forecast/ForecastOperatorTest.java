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
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastIssuer;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forecasts out of minutes, in a harness that moves event time by hand. Times are minutes. */
class ForecastOperatorTest {
  private static final Instant NOON = Instant.parse("1998-06-10T12:00:00Z");

  private KeyedTwoInputStreamOperatorTestHarness<String, MinuteRow, CalendarEntry, IssuedForecast>
      harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness(TimeRules.playing());
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void issuesNothingBeforeTheCalendarWasRead() throws Exception {
    minute(-1, 100, 0);
    harness.processWatermark1(new Watermark(at(2)));
    assertThat(issued()).isEmpty();
    calendarIsRead();
    assertThat(near())
        .extracting(DemandForecast::issuedAt)
        .containsExactly(time(0), time(1), time(2));
  }

  @Test
  void issuesNothingBeforeTheFirstInstantAskedFor() throws Exception {
    calendarIsRead();
    for (int m = -600; m < -1; m++) {
      minute(m, 100, m + 1);
      reach(m + 1);
    }
    assertThat(issued()).isEmpty();
    reach(0);
    assertThat(issued())
        .extracting(DemandForecast::kind)
        .containsExactly(ForecastKind.NEAR, ForecastKind.FAR);
    assertThat(near().get(0).demandThrough()).contains(time(-1));
  }

  @Test
  void issuesTheNearEveryMinuteAndTheFarEveryQuarter() throws Exception {
    calendarIsRead();
    minute(-1, 100, 0);
    reach(31);
    assertThat(near()).hasSize(32);
    assertThat(far())
        .extracting(DemandForecast::issuedAt)
        .containsExactly(time(0), time(15), time(30));
    assertThat(near().get(0).steps()).hasSize(60);
    assertThat(far().get(0).steps()).hasSize(576);
  }

  @Test
  void usesAtAnInstantOnlyTheMinutesThatWereAvailableThen() throws Exception {
    calendarIsRead();
    minute(-2, 100, 0);
    minute(-1, 200, 0);
    minute(0, 300, 1);
    minute(-1, 250, 2);
    minute(1, 400, 2);
    reach(2);
    assertThat(near())
        .extracting(f -> f.demandThrough().orElseThrow())
        .containsExactly(time(0), time(1), time(2));
    assertThat(near())
        .extracting(f -> f.steps().get(0).mean().p50())
        .containsExactly(200.0, 300.0, 400.0);
  }

  @Test
  void aMinuteThatTheForecastReachesInToIsNotUsedEarly() throws Exception {
    calendarIsRead();
    minute(-1, 100, 0);
    minute(5, 500, 0);
    reach(0);
    assertThat(near().get(0).demandThrough()).contains(time(0));
  }

  @Test
  void aChangedCalendarRenewsTheFarForecastAtTheNextMinute() throws Exception {
    calendarIsRead();
    minute(-1, 100, 0);
    reach(2);
    event("final", Optional.empty(), 1);
    reach(4);
    assertThat(far()).extracting(DemandForecast::issuedAt).containsExactly(time(0), time(3));
    assertThat(far()).extracting(DemandForecast::calendarRevision).containsExactly(0L, 1L);
    assertThat(near().get(4).calendarRevision()).isEqualTo(1);
  }

  @Test
  void anEventIsNotKnownBeforeItWasAnnounced() throws Exception {
    event("always", Optional.empty(), 1);
    event("later", Optional.of(time(7)), 2);
    calendarIsRead();
    minute(-1, 100, 0);
    reach(8);
    assertThat(far()).extracting(DemandForecast::issuedAt).containsExactly(time(0), time(7));
    assertThat(far()).extracting(DemandForecast::calendarRevision).containsExactly(1L, 2L);
  }

  @Test
  void aRemovedEventIsForgotten() throws Exception {
    event("always", Optional.empty(), 1);
    event("gone", Optional.empty(), 2);
    harness.processElement2(
        new StreamRecord<>(
            new CalendarEntry(CalendarEntry.Kind.REMOVAL, "gone", "", "", origin())));
    calendarIsRead();
    minute(-1, 100, 0);
    reach(0);
    assertThat(near().get(0).calendarRevision()).isEqualTo(1);
  }

  @Test
  void goesOnAfterARestartWhereItWas() throws Exception {
    calendarIsRead();
    minute(-1, 100, 0);
    reach(3);
    minute(2, 300, 5);
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    harness = harness(TimeRules.playing());
    harness.initializeState(state);
    harness.open();
    calendarIsRead();
    reach(5);
    assertThat(near()).extracting(DemandForecast::issuedAt).containsExactly(time(4), time(5));
    assertThat(near())
        .extracting(f -> f.demandThrough().orElseThrow())
        .containsExactly(time(0), time(3));
    assertThat(far()).isEmpty();
  }

  @Test
  void aForecastThatFailsIsLeftOutAndTheNextIsIssued() throws Exception {
    harness.close();
    harness = harness(TimeRules.playing(), FailsAtNoon::new);
    harness.open();
    calendarIsRead();
    minute(-1, 100, 0);
    reach(1);
    assertThat(near()).extracting(DemandForecast::issuedAt).containsExactly(time(1));
  }

  private static final class FailsAtNoon implements ForecastIssuer {
    @Override
    public DemandForecast issue(Service service, ForecastKind kind, ForecastRequest request) {
      if (request.issuedAt().equals(NOON)) {
        throw new IllegalArgumentException("no method can be used");
      }
      return new SeasonalNaive().issue(service, kind, request);
    }
  }

  @Test
  void inRealTimeAForecastThatIsSupersededIsLeftOut() throws Exception {
    harness.close();
    harness = harness(TimeRules.live());
    harness.open();
    calendarIsRead();
    minute(-1, 100, 0);
    reach(0);
    reach(100);
    assertThat(near()).hasSize(12);
    assertThat(near().get(1).issuedAt()).isEqualTo(time(90));
    assertThat(far()).extracting(DemandForecast::issuedAt).containsExactly(time(0), time(90));
  }

  private static KeyedTwoInputStreamOperatorTestHarness<
          String, MinuteRow, CalendarEntry, IssuedForecast>
      harness(TimeRules time) throws Exception {
    return harness(time, SeasonalNaive::new);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<
          String, MinuteRow, CalendarEntry, IssuedForecast>
      harness(TimeRules time, IssuerSource issuer) throws Exception {
    ForecastJobSettings settings =
        new ForecastJobSettings("", 2, NOON, Optional.empty(), time, issuer);
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(
            new ForecastOperator(settings), List.of(KnownCalendar.STATE)),
        MinuteRow::service,
        null,
        Types.STRING);
  }

  private void calendarIsRead() throws Exception {
    harness.processWatermark2(Watermark.MAX_WATERMARK);
  }

  private void reach(int minute) throws Exception {
    harness.processWatermark1(new Watermark(at(minute)));
  }

  private void minute(int minute, double value, int emittedAt) throws Exception {
    harness.processElement1(
        new StreamRecord<>(new MinuteRow("web", at(minute), value, 1, 1, true, at(emittedAt))));
  }

  private void event(String uid, Optional<Instant> knownAt, long revision) throws Exception {
    EventVersion version = new EventVersion(knownAt, 0, revision, EventStatus.CONFIRMED);
    Event event = new Event(uid, uid, "match", time(600), time(700), Map.of(), version);
    String json = new String(Json.encode(event), StandardCharsets.UTF_8);
    harness.processElement2(
        new StreamRecord<>(new CalendarEntry(CalendarEntry.Kind.VERSION, uid, json, "", origin())));
  }

  private List<DemandForecast> issued() {
    return harness.extractOutputValues().stream()
        .map(issued -> Json.decode(issued.json(), DemandForecast.class))
        .toList();
  }

  private List<DemandForecast> near() {
    return issued().stream().filter(f -> f.kind() == ForecastKind.NEAR).toList();
  }

  private List<DemandForecast> far() {
    return issued().stream().filter(f -> f.kind() == ForecastKind.FAR).toList();
  }

  private static Origin origin() {
    return new Origin("calendar", 0, 1, new byte[0], new byte[0]);
  }

  private static Instant time(int minute) {
    return NOON.plusSeconds(60L * minute);
  }

  private static long at(int minute) {
    return time(minute).toEpochMilli();
  }
}
