package dev.kickoff.jobs.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.jobs.forecast.ForecastJobSettings.TimeRules;
import dev.kickoff.jobs.forecast.calendar.KnownCalendar;
import dev.kickoff.jobs.forecast.edge.CalendarEntry;
import dev.kickoff.jobs.forecast.edge.IssuedForecast;
import dev.kickoff.jobs.forecast.edge.MinuteRow;
import dev.kickoff.model.demand.inherit.Lineage;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the live job knows of shop, which inherits from web. Times are minutes. */
class InheritedMinutesTest {
  private static final Instant NOON = Instant.parse("1998-06-10T12:00:00Z");

  private KeyedTwoInputStreamOperatorTestHarness<String, MinuteRow, CalendarEntry, IssuedForecast>
      harness;

  @BeforeEach
  void open() throws Exception {
    ForecastJobSettings settings =
        new ForecastJobSettings(
            "",
            2,
            NOON,
            Optional.empty(),
            TimeRules.playing(),
            SeasonalNaive::new,
            Lineage.of(List.of("shop=web")));
    harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(
                new ForecastOperator(settings), List.of(KnownCalendar.STATE)),
            MinuteRow::service,
            null,
            Types.STRING);
    harness.open();
    harness.processWatermark2(Watermark.MAX_WATERMARK);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void anHeirHasItsAncestorsMinutesUpToItsOwnFirstOneHoweverTheyArrive() throws Exception {
    ofWeb(-2, 100);
    ofWeb(-1, 200);
    reach(0);
    ofWeb(0, 900);
    ofWeb(1, 900);
    ofWeb(2, 900);
    ofShop(1, 40);
    reach(3);

    assertThat(near())
        .extracting(f -> f.steps().get(0).mean().p50())
        .containsExactly(200.0, 900.0, 40.0, 40.0);
    assertThat(near())
        .extracting(f -> f.demandThrough().orElseThrow())
        .containsExactly(time(0), time(1), time(2), time(2));
    assertThat(near().get(1).method().reason()).endsWith("; all history inherited from web");
    assertThat(near().get(3).method().reason())
        .endsWith("; history before " + time(1) + " inherited from web");
  }

  private void ofWeb(int minute, double value) throws Exception {
    harness.processElement1(new StreamRecord<>(row("web", minute, value).leftTo("shop")));
  }

  private void ofShop(int minute, double value) throws Exception {
    harness.processElement1(new StreamRecord<>(row("shop", minute, value)));
  }

  private static MinuteRow row(String service, int minute, double value) {
    long at = time(minute).toEpochMilli();
    return new MinuteRow(service, at, value, 1, 1, true, at + 60_000);
  }

  private void reach(int minute) throws Exception {
    harness.processWatermark1(new Watermark(time(minute).toEpochMilli()));
  }

  private List<DemandForecast> near() {
    return harness.extractOutputValues().stream()
        .map(IssuedForecast::json)
        .map(json -> Json.decode(json, DemandForecast.class))
        .filter(forecast -> forecast.kind() == ForecastKind.NEAR)
        .toList();
  }

  private static Instant time(int minute) {
    return NOON.plusSeconds(60L * minute);
  }
}
