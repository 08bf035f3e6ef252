package dev.kickoff.jobs.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.kafka.DeadLetter;
import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.connectors.kafka.TopicTail;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.forecast.ForecastJobSettings.TimeRules;
import dev.kickoff.jobs.local.EmbeddedBroker;
import dev.kickoff.jobs.local.EmbeddedBroker.BrokerSettings;
import dev.kickoff.jobs.local.EmbeddedFlink;
import dev.kickoff.jobs.local.EmbeddedFlink.FlinkSettings;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.MinuteCode;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job end to end, through a real broker and a real Flink. */
class ForecastJobTest {
  private static final Instant START = Instant.parse("1998-06-10T00:00:00Z");
  private static final Duration HISTORY = Duration.ofHours(26);
  private static final Instant FROM = START.plus(HISTORY);
  private static final Service WEB = new Service("web");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private TopicWriter writer;
  private TopicTail tail;
  private final List<MinuteDemand> minutes = Collections.synchronizedList(new ArrayList<>());
  private final List<DemandForecast> forecasts = Collections.synchronizedList(new ArrayList<>());
  private final List<DeadLetter> dead = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void startBroker() {
    broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("kafka")));
    TopicAdmin.ensure(broker.bootstrap(), 2, 1);
    writer = new TopicWriter(broker.bootstrap());
    tail =
        TopicTail.start(
            broker.bootstrap(),
            TopicTail.Reading.committed(
                Topics.DEMAND_MINUTE, Topics.FORECAST_CURRENT, Topics.DEAD_DEMAND_SAMPLE),
            record -> {
              switch (record.topic()) {
                case Topics.DEMAND_MINUTE ->
                    minutes.add(Json.decode(record.value(), MinuteDemand.class));
                case Topics.FORECAST_CURRENT ->
                    forecasts.add(Json.decode(record.value(), DemandForecast.class));
                default -> dead.add(DeadLetter.of(record.headers()));
              }
            });
  }

  @AfterEach
  void stopBroker() {
    tail.close();
    writer.close();
    broker.close();
  }

  @Test
  void loadsHistoryThenForecastsEveryMinuteFromThere() throws Exception {
    try (EmbeddedFlink flink = startJob(Optional.empty())) {
      play(START, FROM.plus(Duration.ofMinutes(20)));
      await(() -> near().size() == 21);
      assertThat(near()).extracting(DemandForecast::issuedAt).startsWith(FROM).isSorted();
      await(() -> finals().size() == (int) HISTORY.toMinutes() + 19);
      assertThat(flink.isRunning()).isTrue();
    }
    assertEveryMinuteOnce(FROM.plus(Duration.ofMinutes(19)));
    assertForecastsFollowFromTheMinutes();
  }

  @Test
  void afterACrashNothingIsLostNothingDoubledAndForecastsGoOn() throws Exception {
    EmbeddedFlink crashed = startJob(Optional.empty());
    play(START, FROM.plus(Duration.ofMinutes(5)));
    await(() -> near().size() == 6 && !finals().isEmpty());
    crashed.checkpoint();
    play(FROM.plus(Duration.ofMinutes(5)), FROM.plus(Duration.ofMinutes(8)));
    await(() -> reached(FROM.plus(Duration.ofMinutes(8))));
    crashed.kill();
    play(FROM.plus(Duration.ofMinutes(6)), FROM.plus(Duration.ofMinutes(12)));
    try (EmbeddedFlink flink = startJob(Optional.empty())) {
      play(FROM.plus(Duration.ofMinutes(12)), FROM.plus(Duration.ofMinutes(15)));
      await(() -> reached(FROM.plus(Duration.ofMinutes(15))));
      await(() -> finals().size() >= (int) HISTORY.toMinutes() + 14);
    }
    assertEveryMinuteOnce(FROM.plus(Duration.ofMinutes(14)));
    assertForecastsFollowFromTheMinutes();
    assertThat(near().stream().map(DemandForecast::issuedAt).distinct()).hasSize(16);
  }

  @Test
  void putsAsideWhatItCannotUseAndKnowsTheCalendarBeforeItForecasts() throws Exception {
    EventVersion version = new EventVersion(Optional.empty(), 0, 7, EventStatus.CONFIRMED);
    writer.send(new Event("e1", "Final", "match", FROM, FROM.plus(MINUTE), Map.of(), version));
    writer.put(Topics.DEMAND_SAMPLE, WEB, "web", Map.of("service", "web"));
    try (EmbeddedFlink flink = startJob(Optional.of(0L))) {
      play(START, FROM);
      writer.send(sample(FROM.plus(Duration.ofDays(1))));
      play(FROM, FROM.plus(Duration.ofMinutes(3)));
      await(() -> near().size() == 4 && dead.size() == 2);
    }
    assertThat(near()).allMatch(forecast -> forecast.calendarRevision() == 7);
    assertThat(dead).extracting(DeadLetter::topic).containsOnly(Topics.DEMAND_SAMPLE);
    assertThat(dead)
        .extracting(DeadLetter::reason)
        .anyMatch(reason -> reason.contains("value: is missing"))
        .anyMatch(reason -> reason.contains("ahead of now"));
  }

  private void assertEveryMinuteOnce(Instant until) {
    Map<Instant, MinuteDemand> last = new TreeMap<>();
    for (MinuteDemand minute : List.copyOf(minutes)) {
      MinuteDemand before = last.put(minute.minute(), minute);
      assertThat(minute.revision()).isEqualTo(before == null ? 1 : before.revision() + 1);
    }
    for (Instant at = START; at.isBefore(until); at = at.plus(MINUTE)) {
      assertThat(last.get(at)).as("minute %s", at).isNotNull();
      assertThat(last.get(at).isFinal()).isTrue();
      assertThat(last.get(at).requestsPerMinute()).isEqualTo(sample(at).value());
    }
    assertThat(finals().stream().map(MinuteDemand::minute)).doesNotHaveDuplicates();
  }

  /** Recomputes every forecast from the topic of minutes alone. */
  private void assertForecastsFollowFromTheMinutes() {
    assertThat(forecasts).isNotEmpty();
    for (DemandForecast forecast : List.copyOf(forecasts)) {
      DemandSeries.Builder known = DemandSeries.builder(START, MINUTE);
      for (MinuteDemand minute : List.copyOf(minutes)) {
        if (!minute.emittedAt().isAfter(forecast.issuedAt())) {
          known.set(minute.minute(), MinuteCode.rounded(minute.requestsPerMinute()));
        }
      }
      ForecastKind kind = forecast.kind();
      ForecastRequest request =
          new ForecastRequest(
              forecast.issuedAt(),
              kind.resolution(),
              kind.horizon(),
              known.extendTo(forecast.issuedAt()).build(),
              EventCalendar.empty());
      assertThat(forecast).isEqualTo(new SeasonalNaive().issue(WEB, kind, request));
    }
  }

  private boolean reached(Instant at) {
    return near().stream().anyMatch(forecast -> !forecast.issuedAt().isBefore(at));
  }

  private List<DemandForecast> near() {
    return List.copyOf(forecasts).stream().filter(f -> f.kind() == ForecastKind.NEAR).toList();
  }

  private List<MinuteDemand> finals() {
    return List.copyOf(minutes).stream().filter(MinuteDemand::isFinal).toList();
  }

  private EmbeddedFlink startJob(Optional<Long> calendarThrough) {
    ForecastJobSettings settings =
        new ForecastJobSettings(
            broker.bootstrap(), 2, FROM, calendarThrough, TimeRules.playing(), SeasonalNaive::new);
    return EmbeddedFlink.start(
        FlinkSettings.in(folder.resolve("checkpoints")),
        environment -> ForecastJob.build(environment, settings));
  }

  private void play(Instant from, Instant until) {
    for (Instant at = from; at.isBefore(until); at = at.plus(MINUTE)) {
      writer.send(sample(at));
      if (!at.isBefore(FROM) || at.plus(MINUTE).equals(FROM)) {
        writer.heartbeat("test", at.plus(MINUTE));
      }
    }
    writer.flush();
  }

  private static DemandSample sample(Instant at) {
    double value = 1000 + at.getEpochSecond() / 60 % 1440;
    return new DemandSample(
        WEB, "lb", DemandSample.REQUESTS, at, MINUTE, value, DemandUnit.COUNT, Map.of());
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(60);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(20); // sleeps between two looks at the condition
    }
  }
}
