package dev.kickoff.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.forecast.ForecastKind;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static final String SAMPLE =
      "{'service':'web','source':'lb','name':'requests','at':'2026-06-11T21:00:00+02:00',"
          + "'value':12.5,'unit':'RPS'%s}";

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsWrittenFollowsItsSchemaAndReadsBackTheSame(long seed) throws IOException {
    for (int i = 0; i < 25; i++) {
      for (Map.Entry<String, Object> record : records(seed * 1000 + i).entrySet()) {
        byte[] json = Json.encode(record.getValue());
        assertThat(schema(record.getKey()).validate(new ObjectMapper().readTree(json)))
            .as(record.getKey())
            .isEmpty();
        assertThat(Json.decode(json, record.getValue().getClass())).isEqualTo(record.getValue());
      }
    }
  }

  private static Map<String, Object> records(long seed) {
    RandomRecords random = new RandomRecords(seed);
    Map<String, Object> records = new LinkedHashMap<>();
    records.put(Topics.DEMAND_SAMPLE, random.sample());
    records.put(Topics.DEMAND_MINUTE, random.minute());
    records.put(Topics.CALENDAR_EVENT, random.event());
    records.put(Topics.FORECAST_CURRENT, random.forecast(ForecastKind.NEAR));
    records.put(Topics.FORECAST_HISTORY, random.forecast(ForecastKind.FAR));
    records.put(Topics.PLAN_HEAD, random.plan());
    records.put(Topics.FLEET_STATE, random.fleet());
    records.put(Topics.DECISION_ENTRY, random.decision());
    records.put(Topics.OVERRIDE_INSTRUCTION, random.override());
    records.put(Topics.REVIEW_REQUEST, RandomReviews.of(random, seed));
    records.put(Topics.ACTUATION_INTENT, random.intent());
    return records;
  }

  @Test
  void everyTopicHasASchemaThatIsItselfValid() throws IOException {
    JsonSchema meta =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of(SpecVersion.VersionFlag.V202012.getId()));
    for (Topics.TopicSpec topic : Topics.all(2)) {
      assertThat(meta.validate(document(topic.name()))).as(topic.name()).isEmpty();
    }
  }

  @Test
  void writesTheFieldNamesThatOtherProgramsRead() {
    RandomRecords random = new RandomRecords(1);
    assertThat(fields(random.minute()))
        .containsExactly(
            "service",
            "minute",
            "value",
            "completeness",
            "revision",
            "final",
            "signals",
            "emittedAt");
    assertThat(fields(random.sample()))
        .startsWith("service", "source", "name", "at", "value", "unit", "tags");
    assertThat(fields(random.plan()))
        .startsWith("group", "leaderEpoch", "sequence", "calendarRevision", "digest")
        .endsWith("steps");
  }

  @Test
  void aFarForecastInHundredthsStaysUnderSixtyKilobytes() {
    assertThat(Json.encode(new RandomRecords(7).forecast(ForecastKind.FAR)).length)
        .isLessThan(60_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                             | 60",
        ",'period':'PT10S'            | 10",
        ",'periodSeconds':300         | 300",
        ",'periodSeconds':30.0        | 30",
        ",'tags':{},'comesLater':[1]  | 60"
      })
  void readsASampleWithOrWithoutItsPeriod(String more, int seconds) {
    DemandSample sample = read(SAMPLE.formatted(more == null ? "" : more));
    assertThat(sample.period()).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(sample.at()).isEqualTo(Instant.parse("2026-06-11T19:00:00Z"));
    assertThat(sample.requestsPerMinute()).isEqualTo(750);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'value':12.5 | 'value':null   | value: is missing; a value must be given",
        "'value':12.5, | \"\"          | value: is missing; a value must be given",
        "'value':12.5 | 'value':'NaN'  | must be finite",
        "'value':12.5 | 'value':'12'   | value",
        "'value':12.5 | 'value':NaN    | line 1",
        "'value':12.5 | 'value':1e999  | must be finite",
        "'value':12.5 | 'value':-1     | must be finite and not negative",
        "'unit':'RPS' | 'unit':'rps'   | RPM",
        "'service':'web' | 'service':'w b' | 1 to 128 letters",
        "'service':'web', | \"\"       | service: is missing; a value must be given",
        "2026-06-11T21:00:00+02:00 | 2026-06-11 21:00 | write ISO-8601 with an offset",
        "'2026-06-11T21:00:00+02:00' | 1781204400 | write ISO-8601 with an offset",
        "'RPS'} | 'RPS'                | line 1",
        "'RPS'} | 'RPS'} 1             | line 1",
        "{ | [                         | line 1"
      })
  void refusesWhatIsNoSampleAndSaysWhy(String right, String wrong, String why) {
    String text = SAMPLE.formatted("").replace(right, wrong == null ? "" : wrong);
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining(why);
  }

  @Test
  void refusesANumberThatIsNotFiniteWhenItWrites() {
    assertThatThrownBy(() -> Json.encode(Map.of("value", Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN is not a finite number");
  }

  @Test
  void refusesAMinuteThatLacksItsCompleteness() {
    byte[] json =
        ("{\"service\":\"web\",\"minute\":\"2026-06-11T19:00:00Z\",\"value\":1,\"revision\":1,"
                + "\"final\":true,\"emittedAt\":\"2026-06-11T19:01:00Z\"}")
            .getBytes(UTF_8);
    assertThatThrownBy(() -> Json.decode(json, MinuteDemand.class))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("completeness");
  }

  @Test
  void aMinuteOfAnEarlierReleaseHasNoSignals() {
    String json =
        "{'service':'web','minute':'2026-06-11T19:00:00Z','value':1,'completeness':1,'revision':1,"
            + "'final':true,'emittedAt':'2026-06-11T19:01:00Z'%s}";
    assertThat(minute(json.formatted("")).signals()).isEmpty();
    assertThat(minute(json.formatted(",'signals':{'cpu':0.5}")).signals())
        .isEqualTo(Map.of("cpu", 0.5));
    assertThatThrownBy(() -> minute(json.formatted(",'signals':{'cpu':-1}")))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("signal cpu is -1.0, it must be finite and not negative");
  }

  private static MinuteDemand minute(String text) {
    return Json.decode(text.replace('\'', '"').getBytes(UTF_8), MinuteDemand.class);
  }

  private static DemandSample read(String text) {
    return Json.decode(text.replace('\'', '"').getBytes(UTF_8), DemandSample.class);
  }

  private static Iterable<String> fields(Object record) {
    try {
      JsonNode tree = new ObjectMapper().readTree(Json.encode(record));
      return tree::fieldNames;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonSchema schema(String topic) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(document(topic));
  }

  private static JsonNode document(String topic) throws IOException {
    try (InputStream in = Json.class.getResourceAsStream("/schemas/" + topic + ".json")) {
      return new ObjectMapper().readTree(in);
    }
  }
}
